/**
 * Formulas in mathematical type. The library that sets them, and AWT, which it draws with, are loaded when the first formula is shown, on a
 * thread of their own. May use the kit; every room may show a formula.
 */
package studio.backprop.ui.kit.formula;
