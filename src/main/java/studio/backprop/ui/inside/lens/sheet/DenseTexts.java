package studio.backprop.ui.inside.lens.sheet;

import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Token;

/**
 * Titles of one pass in a dense layer's picture.
 *
 * @param heads of its parts, from left to right; without an activation there are four
 */
public record DenseTexts(boolean back, String caption, List<Head> heads) {
  private static final double CAPTION = 8;
  private static final double TITLE = 25;
  private static final double NOTE = 39;

  /**
   * Title of a part.
   *
   * @param notes from the longest to the shortest: the first that fits is shown
   */
  public record Head(String title, List<String> notes) {
    public static Head of(String title, String... notes) {
      return new Head(title, List.of(notes));
    }
  }

  public void paint(DensePen pen, DensePlaces places, int of) {
    double top = places.laneTop(of);
    Token ink = back ? Token.GRADIENT : Token.ACCENT_TEXT;
    pen.text(back ? "← " + caption : caption + " →", ink, true, TextAlignment.LEFT, places.inputsLeft(), top + CAPTION, DensePen.FONT);
    double[] lefts = {
      places.inputsLeft(), places.matrixLeft() - DensePlaces.NUMBER + 6, places.productsLeft(), places.sumsLeft(), places.curveLeft(),
      places.answersLeft()};
    double[] rights = {
      places.matrixLeft() - DensePlaces.NUMBER, places.productsLeft() - 6, places.sumsLeft() - 6, places.sumsLeft() + places.list(),
      places.answersLeft() - 4, places.answersLeft() + places.list()};
    for (int i = 0; i < heads.size(); i++) {
      double room = rights[i] - lefts[i];
      pen.text(heads.get(i).title(), back ? Token.GRADIENT : Token.FG, true, TextAlignment.LEFT, lefts[i], top + TITLE, DensePen.FONT);
      double left = lefts[i];
      heads.get(i).notes().stream().filter(note -> width(note) <= room).findFirst()
          .ifPresent(note -> pen.text(note, Token.MUT, false, TextAlignment.LEFT, left, top + NOTE, DensePen.NOTE));
    }
  }

  public static double width(String note) {
    return Fonts.width(note, Font.font(Fonts.FAMILY, FontWeight.NORMAL, DensePen.NOTE));
  }

  /** Width of the longest name in px, up to a maximum. */
  public static double width(List<String> names, double most) {
    double widest = names.stream().limit(1000).mapToDouble(name -> width(name) * DensePen.FONT / DensePen.NOTE).max().orElse(0);
    return Math.min(most, Math.ceil(widest) + 8);
  }

  /** Shortens a name in the middle, since ends tell columns of a table apart. */
  public static String brief(String name, double most) {
    if (width(name) * DensePen.FONT / DensePen.NOTE <= most) {
      return name;
    }
    for (int kept = name.length() - 2; kept > 2; kept--) {
      String shorter = name.substring(0, kept - kept / 3) + "…" + name.substring(name.length() - kept / 3);
      if (width(shorter) * DensePen.FONT / DensePen.NOTE <= most) {
        return shorter;
      }
    }
    return name.substring(0, 1) + "…";
  }
}
