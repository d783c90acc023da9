/** What the pages of the lens share: tables, tensors, pictures and the numbers in them. */
package studio.backprop.ui.inside.lens.sheet;
