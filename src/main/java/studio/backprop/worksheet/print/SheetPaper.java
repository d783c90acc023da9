package studio.backprop.worksheet.print;

import java.util.List;
import java.util.Locale;

/** Paper sizes. The frame of 180 × 249 mm is the same on each, so that page breaks are identical. */
public enum SheetPaper {
  A4("A4", 24, 15),
  LETTER("letter", 15.2, 17.95);

  private final String size;
  private final double above;
  private final double beside;

  SheetPaper(String size, double above, double beside) {
    this.size = size;
    this.above = above;
    this.beside = beside;
  }

  private static final List<String> LETTER_COUNTRIES = List.of("US", "CA", "MX", "PH");

  /** Customary paper size of a country. */
  public static SheetPaper in(Locale user) {
    return LETTER_COUNTRIES.contains(user.getCountry()) ? LETTER : A4;
  }

  public String css() {
    return "@page { size: " + size + "; margin: " + above + "mm " + beside + "mm; }\n";
  }
}
