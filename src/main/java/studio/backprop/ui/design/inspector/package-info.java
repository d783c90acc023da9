/**
 * The panel at the right: settings, shapes and live numbers of what is selected, and the settings of the whole project where nothing is.
 * May use the document, the run, forms and the kit.
 */
package studio.backprop.ui.design.inspector;
