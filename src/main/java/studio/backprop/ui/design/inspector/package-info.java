/**
 * Inspector: settings, shapes, formulas and live numbers of the selected nodes, or the settings of the project where nothing is selected.
 * {@link InspectorModel} chooses the page; forms come from {@code kit.form}.
 */
package studio.backprop.ui.design.inspector;
