/** Export of what a page shows: pictures, tables, files. */
package studio.backprop.ui.kit.export;
