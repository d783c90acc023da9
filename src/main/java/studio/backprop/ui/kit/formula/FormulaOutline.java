package studio.backprop.ui.kit.formula;

import java.awt.Insets;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/**
 * Outline of a typeset formula as SVG path data at {@link #EM} px per em, with its size and baseline (from the upper edge) in the same px.
 */
record FormulaOutline(String path, double width, double height, double baseline) {
  static final int EM = 16;
  private static final String SEVERAL = "\\begin{array}{l} %s \\end{array}";
  private static final String NEXT = " \\\\ ";

  /** Typesets a formula in math mode; lines are stacked. Synchronized, as the library keeps the current glyph in static state. */
  static FormulaOutline of(String latex) {
    synchronized (TeXFormula.class) {
      TeXIcon icon = new TeXFormula(arranged(latex)).createTeXIcon(TeXConstants.STYLE_DISPLAY, EM);
      icon.setInsets(new Insets(0, 0, 0, 0), true);
      OutlinePen pen = new OutlinePen();
      icon.paintIcon(null, pen, 0, 0);
      double height = icon.getTrueIconHeight();
      return new FormulaOutline(pen.path(), pen.bounds().getWidth(), height, height - icon.getTrueIconDepth());
    }
  }

  /** Left-aligns stacked lines. */
  private static String arranged(String latex) {
    return latex.contains("\n") ? SEVERAL.formatted(latex.replace("\n", NEXT)) : latex;
  }
}
