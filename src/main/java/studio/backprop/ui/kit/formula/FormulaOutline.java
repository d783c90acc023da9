package studio.backprop.ui.kit.formula;

import java.awt.Insets;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/**
 * A formula as the outline of all its signs: sharp at any zoom, and in whatever colour it is filled.
 *
 * @param path in the language of SVG paths, where letters are {@link #EM} px large
 * @param width in the same px
 * @param height in the same px
 * @param baseline from the upper edge down to the line on which the letters stand
 */
record FormulaOutline(String path, double width, double height, double baseline) {
  static final int EM = 16;
  private static final String SEVERAL = "\\begin{array}{l} %s \\end{array}";
  private static final String NEXT = " \\\\ ";

  /**
   * Sets a formula in type. The library keeps the sign it draws in a place that all threads share, so one formula is set at a time.
   *
   * @param latex what would stand between dollar signs; several formulas stand below each other, a line each
   */
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

  /** Lines below each other begin at the same place. */
  private static String arranged(String latex) {
    return latex.contains("\n") ? SEVERAL.formatted(latex.replace("\n", NEXT)) : latex;
  }
}
