package studio.backprop.worksheet.print;

/** Paper sizes. The frame of 180 × 249 mm is the same on each, so that pages break at the same places. */
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

  /** The page in CSS. */
  String css() {
    return "@page { size: " + size + "; margin: " + above + "mm " + beside + "mm; }\n";
  }
}
