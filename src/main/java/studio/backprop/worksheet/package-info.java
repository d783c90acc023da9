/**
 * Worksheets to compute by hand. A sheet is a list of givens and of lines, each with a formula over what stands above it; that list
 * prints the sheet and its key and grades what was written. Knows no window and no engine; the tests hold it to the engine's numbers.
 */
package studio.backprop.worksheet;
