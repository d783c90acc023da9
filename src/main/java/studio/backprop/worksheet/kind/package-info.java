/** Kinds of worksheets: one a file, with givens, lines, usual slips and rules for its numbers, and a line in {@link SheetCatalog}. */
package studio.backprop.worksheet.kind;
