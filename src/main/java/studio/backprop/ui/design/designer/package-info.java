/**
 * The canvas in the middle of the window: the network as nodes and wires, drawn by hand and alive while it trains. {@code DesignerModel}
 * decides what can be done, without a screen; {@code DesignerView} shows it. Knows the models of the document and of the run, and the kit.
 */
package studio.backprop.ui.design.designer;
