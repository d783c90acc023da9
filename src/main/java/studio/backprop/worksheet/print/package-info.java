/** Worksheets and their keys on paper: one layout in XHTML, which is also printed as PDF. */
package studio.backprop.worksheet.print;
