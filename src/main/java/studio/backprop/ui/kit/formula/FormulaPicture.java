package studio.backprop.ui.kit.formula;

import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;
import studio.backprop.teaching.print.FormulaPictures.Drawn;
import studio.backprop.ui.kit.PngPicture;

/** Formulas as black bitmaps for print. */
public final class FormulaPicture {
  /** Font size in px: 600 dpi. */
  private static final int EM = 80;

  private FormulaPicture() {}

  /** @return empty where it is no formula */
  public static Optional<Drawn> draw(String latex) {
    try {
      synchronized (TeXFormula.class) { // the library keeps the current glyph in static state
        TeXIcon icon = new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_TEXT, EM);
        icon.setInsets(new Insets(0, 0, 0, 0), true);
        BufferedImage image = new BufferedImage(Math.max(1, icon.getIconWidth()), Math.max(1, icon.getIconHeight()),
            BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        icon.paintIcon(null, pen, 0, 0);
        pen.dispose();
        return Optional.of(new Drawn(PngPicture.bytes(image), (double) image.getWidth() / EM, (double) image.getHeight() / EM,
            (double) icon.getTrueIconDepth() / EM));
      }
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
