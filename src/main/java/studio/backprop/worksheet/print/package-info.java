/** Print layout of worksheets and keys: one XHTML layout for screen and PDF (openhtmltopdf), with embedded subset fonts. */
package studio.backprop.worksheet.print;
