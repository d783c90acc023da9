/**
 * Forms generated from settings: fields, range checks, hints, undo, and dice for the search space. {@link FormModel} edits a record whose
 * components declare ranges; {@link FormView} shows it. Knows no layer, dataset or optimizer.
 */
package studio.backprop.ui.kit.form;
