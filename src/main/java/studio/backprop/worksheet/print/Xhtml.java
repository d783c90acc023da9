package studio.backprop.worksheet.print;

import java.util.Locale;

/** Builder of XHTML elements as text. */
public final class Xhtml {
  private Xhtml() {}

  /** @param style class @param content XHTML */
  public static String element(String name, String style, String content) {
    return "<" + name + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">" + content + "</" + name + ">";
  }

  public static String cell(String style, String content) {
    return element("td", style, content);
  }

  public static String row(String cells) {
    return element("tr", "", cells);
  }

  public static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Absolutely positioned box, in millimetres. */
  static String placed(String style, double left, double top, String further, String content) {
    return "<div class=\"" + style + "\" style=\"left:" + mm(left) + ";top:" + mm(top) + ";" + further + "\">" + content + "</div>";
  }

  static String mm(double value) {
    return String.format(Locale.ROOT, "%.2fmm", value);
  }
}
