package studio.backprop.ui.inside.lens.attention;

import java.util.Optional;

/**
 * Where the picture of an attention has its parts: tokens that are looked at, ribbons to the tokens that look, the matrix with a row for
 * each of those, and what the network writes, up to the right edge. All in px from the upper left corner.
 *
 * @param cell of the matrix; also how far tokens are apart
 * @param token how wide the name of a time step may be
 * @param ribbons how wide the ribbons with the tokens that are looked at are, 0 where there is no room
 * @param top where the first row begins
 * @param after what stands at the right of the matrix has this width
 */
record AttentionPlaces(int queries, int keys, double cell, double token, double ribbons, double top, double after) {
  /** From this cell on tokens stand in cards, with their number beside them, in px. */
  static final double CARDS = 26;
  /** From so many tokens on their names are small. */
  static final int MANY = 24;
  /** Above the matrix: its title; names that stand upright, and their numbers; names that are turned. */
  private static final double TITLE = 34;
  private static final double NUMBERED = 62;
  private static final double TURNED = 76;
  private static final double RIBBONS = 150;
  private static final double MOST_RIBBONS = 360;
  private static final double SHARE = 0.6;
  private static final double GAP = 8;
  private static final double NUMBER = 26;
  private static final double LARGEST = 58;
  private static final double SMALLEST = 9;
  private static final double MARGIN = 12;
  private static final int FEW = 6;

  /** A place of the matrix; key −1 is the whole row. */
  record Place(int query, int key) {}

  /**
   * As large as the room allows; where it is narrow, without ribbons.
   *
   * @param turned whether names are too long to stand upright above a column
   * @param after the least width of what stands at the right of the matrix
   */
  static AttentionPlaces fit(int queries, int keys, double token, boolean turned, double after, double width, double height) {
    double fixed = MARGIN + token + GAP + NUMBER + after;
    double ribbons = RIBBONS + token;
    double wide = (width - fixed - ribbons) / keys;
    boolean narrow = wide < SMALLEST;
    double room = narrow ? (width - fixed) / keys : wide;
    int rows = Math.max(queries, keys);
    double large = Math.min(room, (height - (turned ? TURNED : NUMBERED) - MARGIN) / rows);
    double top = turned ? TURNED : large >= CARDS ? NUMBERED : TITLE;
    double cell = Math.floor(Math.max(SMALLEST, Math.min(LARGEST, Math.min(room, (height - top - MARGIN) / rows))));
    double spare = Math.max(0, width - fixed - (narrow ? 0 : ribbons) - keys * cell);
    double more = narrow ? 0 : Math.min(MOST_RIBBONS, after == 0 ? spare : SHARE * spare);
    return new AttentionPlaces(queries, keys, cell, token, narrow ? 0 : ribbons + more, top, after + spare - more);
  }

  /** So much width must be there for ribbons and a matrix whose cells can be told apart. */
  static double needed(int keys, double token) {
    return MARGIN + 2 * token + GAP + NUMBER + RIBBONS + Math.min(keys, FEW) * CARDS;
  }

  /** How large tokens are written. */
  double font() {
    return cards() ? 13 : Math.max(queries, keys) >= MANY ? Math.min(9, cell) : Math.min(12, cell);
  }

  boolean cards() {
    return cell >= CARDS;
  }

  double matrixLeft() {
    return MARGIN + ribbons + token + GAP + NUMBER;
  }

  double matrixRight() {
    return matrixLeft() + keys * cell;
  }

  double y(int row) {
    return top + row * cell;
  }

  double middle(int row) {
    return y(row) + cell / 2;
  }

  double keyLeft() {
    return MARGIN;
  }

  /** Where the ribbons begin: the right edge of the tokens that are looked at. */
  double ribbonLeft() {
    return MARGIN + token;
  }

  /** Where the ribbons end: before the names of the rows. */
  double ribbonRight() {
    return MARGIN + ribbons;
  }

  double queryLeft() {
    return MARGIN + ribbons;
  }

  double width() {
    return matrixRight() + after;
  }

  double height() {
    return top + Math.max(queries, keys) * cell + MARGIN;
  }

  /** What lies under a point; a row's name and what stands after it mean the whole row. */
  Optional<Place> at(double x, double y) {
    int row = (int) Math.floor((y - top) / cell);
    if (row < 0 || row >= queries || x < ribbonRight() && ribbons > 0) {
      return Optional.empty();
    }
    int column = (int) Math.floor((x - matrixLeft()) / cell);
    return Optional.of(new Place(row, column < 0 || column >= keys ? -1 : column));
  }

  /** The place so many rows down and columns to the right, kept inside. */
  Place moved(Place from, int down, int across) {
    return new Place(
        Math.max(0, Math.min(queries - 1, from.query() + down)), Math.max(across == 0 ? -1 : 0, Math.min(keys - 1, from.key() + across)));
  }
}
