/**
 * Shared parts of the inside views: tables, tensors as heat maps, formulas with numbers, pages. {@link LensModel} keeps what is chosen in
 * them; {@link InsideView} is the base of a picture.
 */
package studio.backprop.ui.inside.lens.sheet;
