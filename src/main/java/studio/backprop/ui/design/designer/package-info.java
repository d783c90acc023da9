/**
 * Canvas: the network as nodes and wires, with lenses for activations, gradients, weights and changes. {@code DesignerModel} (part {@code
 * edit}) decides what can be done, without a scene; {@link DesignerView} shows it, {@link Gestures} reads the mouse. Hand-drawn; what is
 * outside the window or too small to be read is not painted (decisions 29 and 41).
 */
package studio.backprop.ui.design.designer;
