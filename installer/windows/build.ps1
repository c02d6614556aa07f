# Packs the image that installer/Image.java made: a .zip that needs no rights, a per-user .msi and their checksums. Needs
# the JDK's jpackage on the PATH or in JAVA_HOME, and WiX for the .msi. Usage: build.ps1 VERSION FOLDER
param([Parameter(Mandatory)][string]$version, [Parameter(Mandatory)][string]$folder)
$ErrorActionPreference = 'Stop'
$out = (Resolve-Path $folder).Path
$here = (Resolve-Path (Join-Path $PSScriptRoot '..')).Path
$image = Join-Path $out 'Undercurrent'
$packages = Join-Path $out 'packages'
if (Test-Path $packages) { Remove-Item -Recurse -Force $packages }
New-Item -ItemType Directory $packages | Out-Null

# A zip and an .msi keep the times of files only roughly. Where Java finds other times than those of its cache, it passes
# over the cache: the program then starts as it would without.
Compress-Archive -Path $image -DestinationPath (Join-Path $packages "undercurrent-$version-windows-x64.zip")

$jpackage = if ($env:JAVA_HOME -and (Test-Path "$env:JAVA_HOME\bin\jpackage.exe")) { "$env:JAVA_HOME\bin\jpackage.exe" } else { 'jpackage' }
& $jpackage --type msi --app-image $image --name Undercurrent --app-version $version `
  --vendor 'The Undercurrent authors' --description 'A desktop lab for deep state-space models' `
  --license-file (Join-Path $here '..\LICENSE') `
  --file-associations (Join-Path $here 'shared\undercurrent.association.properties') `
  --win-per-user-install --win-menu --win-menu-group Undercurrent --win-shortcut-prompt --win-dir-chooser `
  --win-upgrade-uuid 5b0f1d0e-6d5c-4f43-9a0b-3a1b6e5b9c11 `
  --install-dir Undercurrent --dest $packages
if ($LASTEXITCODE -ne 0) { throw "jpackage ended with $LASTEXITCODE" }

Copy-Item (Join-Path $out '..\bom.json') (Join-Path $packages "undercurrent-$version.cdx.json") -ErrorAction SilentlyContinue
Push-Location $packages
Get-ChildItem -File | ForEach-Object { '{0}  {1}' -f (Get-FileHash $_ -Algorithm SHA256).Hash.ToLower(), $_.Name } | Set-Content SHA256SUMS
Get-Content SHA256SUMS
Pop-Location
