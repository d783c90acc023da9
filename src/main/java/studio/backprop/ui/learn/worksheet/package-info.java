/**
 * Worksheets on screen: a sheet with a field for each line, its key, and its grading. {@link WorksheetView} can stand in any place, {@link
 * WorksheetPage} is a page over the window with a choice of kinds.
 */
package studio.backprop.ui.learn.worksheet;
