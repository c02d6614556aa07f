# Uses the unpacked .zip as a person would: the version, a short training in a folder with spaces and letters beyond ASCII.
param([Parameter(Mandatory)][string]$packages)
$ErrorActionPreference = 'Stop'
$work = Join-Path ([IO.Path]::GetTempPath()) "undercurrent größe & $(Get-Random)"
Expand-Archive (Get-ChildItem $packages -Filter '*.zip').FullName $work
$cli = Join-Path $work 'Undercurrent\undercurrent-cli.exe'
& $cli version
if ($LASTEXITCODE -ne 0) { throw 'version' }
& $cli train nile --epochs 3 --out (Join-Path $work 'out')
if ($LASTEXITCODE -ne 0) { throw 'train' }
if (-not (Test-Path (Join-Path $work 'out\experiment.undercurrent'))) { throw 'no experiment' }
Remove-Item -Recurse -Force $work
