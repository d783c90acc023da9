/** The kinds of worksheets, one a file: their givens, lines, usual slips, and what their numbers must be like. */
package studio.backprop.worksheet.kind;
