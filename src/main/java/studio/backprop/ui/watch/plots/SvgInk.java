package studio.backprop.ui.watch.plots;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.scene.paint.Color;
import studio.backprop.ui.kit.Fonts;

/** Drawing surface of SVG 1.1. Texts stay texts. */
final class SvgInk implements DrawingSurface {
  private final StringBuilder svg = new StringBuilder();
  private int clips;

  SvgInk(double width, double height) {
    add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\"", width, height, width, height);
    add(" font-family=\"'%s', Inter, 'Noto Sans SC', sans-serif\" font-size=\"%s\">\n", Fonts.FAMILY, FONT_SIZE);
  }

  private void add(String format, Object... values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] instanceof Double number ? px(number) : values[i];
    }
    svg.append(String.format(Locale.ROOT, format, values));
  }

  /** Rounded to a hundredth of a pixel, finer than any print. */
  private static String px(double number) {
    double rounded = Math.round(number * 100) / 100.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  private static String hex(Color color) {
    return String.format(
        Locale.ROOT, "#%02x%02x%02x", Math.round(255 * color.getRed()), Math.round(255 * color.getGreen()),
        Math.round(255 * color.getBlue()));
  }

  @Override
  public void line(double[] xs, double[] ys, int count, Color color, double width, double... dashes) {
    add("<polyline fill=\"none\" stroke-linejoin=\"round\" stroke=\"%s\" stroke-opacity=\"%s\" stroke-width=\"%s\"", hex(color),
        color.getOpacity(), width);
    if (dashes.length > 0) {
      add(" stroke-dasharray=\"%s\"", DoubleStream.of(dashes).mapToObj(SvgInk::px).collect(Collectors.joining(" ")));
    }
    svg.append(" points=\"");
    for (int i = 0; i < count; i++) {
      svg.append(i == 0 ? "" : " ").append(px(xs[i])).append(',').append(px(ys[i]));
    }
    svg.append("\"/>\n");
  }

  @Override
  public void dot(double x, double y, double radius, Color fill, Color rim) {
    add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\"/>\n", x, y, radius, hex(fill), hex(rim));
  }

  @Override
  public void box(double x, double y, double width, double height, Color fill) {
    add(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" fill-opacity=\"%s\"/>\n", x, y, width, height, hex(fill),
        fill.getOpacity());
  }

  @Override
  public void text(String text, double x, double y, Align align, Color color) {
    String anchor = switch (align) {
      case LEFT -> "start";
      case CENTER -> "middle";
      case RIGHT -> "end";
    };
    add("<text x=\"%s\" y=\"%s\" dy=\"0.35em\" text-anchor=\"%s\" fill=\"%s\">", x, y, anchor, hex(color));
    svg.append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")).append("</text>\n");
  }

  @Override
  public void clip(double x, double y, double width, double height) {
    clips++;
    add("<clipPath id=\"part%d\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath>\n", clips, x, y, width, height);
    add("<g clip-path=\"url(#part%d)\">\n", clips);
  }

  @Override
  public void unclip() {
    add("</g>\n");
  }

  /** The complete file. */
  String finished() {
    return svg + "</svg>\n";
  }
}
