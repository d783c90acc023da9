/**
 * Formulas in LaTeX, typeset by JLaTeXMath into outlines that follow the theme. {@link Typesetter} loads the library, and AWT with it, on
 * a thread of its own when the first formula is shown. Decision 19.
 */
package studio.backprop.ui.kit.formula;
