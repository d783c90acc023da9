package studio.backprop.ui.lens;

import java.util.Optional;

/**
 * Where the picture of an attention has its parts: tokens that are looked at, ribbons, and the matrix with a named row for each token that looks.
 * All in px from the upper left corner.
 *
 * @param cell of the matrix; also how far tokens are apart
 * @param token how wide the name of a time step may be
 * @param ribbons how wide the ribbons with the tokens that are looked at are, 0 where there is no room
 */
record AttentionPlaces(int queries, int keys, double cell, double token, double ribbons) {
  static final double TOP = 64;
  private static final double RIBBONS = 190;
  private static final double GAP = 8;
  private static final double AFTER = 140;
  private static final double LARGEST = 40;
  private static final double SMALLEST = 11;
  private static final double MARGIN = 12;

  /** A place of the matrix; key −1 is the whole row. */
  record Place(int query, int key) {}

  /** As large as the room allows; where it is narrow, without ribbons. */
  static AttentionPlaces fit(int queries, int keys, double token, double width, double height) {
    double fixed = MARGIN + token + GAP + AFTER;
    double ribbons = RIBBONS + token;
    double high = (height - TOP - MARGIN) / queries;
    boolean narrow = (width - fixed - ribbons) / keys < SMALLEST;
    double room = Math.min(high, (width - fixed - (narrow ? 0 : ribbons)) / keys);
    return new AttentionPlaces(queries, keys, Math.floor(Math.max(SMALLEST, Math.min(LARGEST, room))), token, narrow ? 0 : ribbons);
  }

  double matrixLeft() {
    return MARGIN + ribbons + token + GAP;
  }

  double matrixRight() {
    return matrixLeft() + keys * cell;
  }

  double y(int row) {
    return TOP + row * cell;
  }

  /** Where the ribbons begin: the right edge of the tokens that are looked at. */
  double ribbonLeft() {
    return MARGIN + token;
  }

  /** Where the ribbons end: before the names of the rows. */
  double ribbonRight() {
    return MARGIN + ribbons;
  }

  double width() {
    return matrixRight() + AFTER;
  }

  double height() {
    return TOP + Math.max(queries, keys) * cell + MARGIN;
  }

  /** What lies under a point; a row's name and what stands after it mean the whole row. */
  Optional<Place> at(double x, double y) {
    int row = (int) Math.floor((y - TOP) / cell);
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
