/**
 * Forms made from settings: whoever declares a record with ranges gets fields, refusals, hints and undo. The panels at both sides of the
 * window are built from them. Knows {@code setting} and {@code tensor}, but no layer, dataset or optimizer.
 */
package studio.backprop.ui.kit.form;
