/**
 * Worksheets on screen: a sheet with a field for each line, its key, and what became of each line. {@code WorksheetView} can stand in any
 * place; {@code WorksheetPage} is a page over the window with a choice of kinds.
 */
package studio.backprop.ui.learn.worksheet;
