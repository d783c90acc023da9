package studio.backprop.ui.inside.lens.attention;

import java.util.Optional;

/**
 * Layout of an attention's picture, in px from the upper left corner: key tokens, ribbons to the query tokens, the matrix with a row for
 * each query, and the predictions, up to the right edge.
 *
 * @param cell of the matrix; also the distance of tokens
 * @param token maximum width of a time step's name
 * @param ribbons width of the ribbons with the key tokens, 0 where there is no room
 * @param top of the first row
 * @param after width of the column at the right of the matrix
 */
record AttentionPlaces(int queries, int keys, double cell, double token, double ribbons, double top, double after) {
  /** Cell size from which tokens are drawn as cards with their number, in px. */
  static final double CARDS = 26;
  /** Number of tokens from which their names are small. */
  static final int MANY = 24;
  /** Above the matrix: its title; upright names and their numbers; rotated names. */
  private static final double TITLE = 34;
  private static final double NUMBERED = 62;
  private static final double TURNED = 76;
  private static final double RIBBONS = 150;
  private static final double MAX_RIBBONS = 360;
  private static final double SHARE = 0.6;
  private static final double GAP = 8;
  private static final double NUMBER = 26;
  private static final double LARGEST = 58;
  private static final double SMALLEST = 9;
  private static final double MARGIN = 12;
  private static final int FEW = 6;

  /** Cell of the matrix; key −1 is the whole row. */
  record Place(int query, int key) {}

  /**
   * As large as fits; without ribbons where it is narrow.
   *
   * @param turned whether column names are too long to stand upright
   * @param after minimum width of the column at the right of the matrix
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
    double more = narrow ? 0 : Math.min(MAX_RIBBONS, after == 0 ? spare : SHARE * spare);
    return new AttentionPlaces(queries, keys, cell, token, narrow ? 0 : ribbons + more, top, after + spare - more);
  }

  /** Minimum width for ribbons and a matrix with discernible cells. */
  static double needed(int keys, double token) {
    return MARGIN + 2 * token + GAP + NUMBER + RIBBONS + Math.min(keys, FEW) * CARDS;
  }

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

  /** Left end of the ribbons: the right edge of the key tokens. */
  double ribbonLeft() {
    return MARGIN + token;
  }

  /** Right end of the ribbons: before the row names. */
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

  /** Cell under a point; a row's name and prediction stand for the whole row. */
  Optional<Place> at(double x, double y) {
    int row = (int) Math.floor((y - top) / cell);
    if (row < 0 || row >= queries || x < ribbonRight() && ribbons > 0) {
      return Optional.empty();
    }
    int column = (int) Math.floor((x - matrixLeft()) / cell);
    return Optional.of(new Place(row, column < 0 || column >= keys ? -1 : column));
  }

  /** Cell at an offset, clamped to the matrix. */
  Place moved(Place from, int down, int across) {
    return new Place(
        Math.max(0, Math.min(queries - 1, from.query() + down)), Math.max(across == 0 ? -1 : 0, Math.min(keys - 1, from.key() + across)));
  }
}
