package undercurrent.command;

/** A check that reads a file which does not come with the program, if one is given. */
interface FileCheck extends Check {}
