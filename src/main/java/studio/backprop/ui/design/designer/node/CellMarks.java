package studio.backprop.ui.design.designer.node;

import java.util.BitSet;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Token;

/** Tint over selected cells of a picture, with one outline around each connected region. */
final class CellMarks extends StackPane {
  private static final double TINT = 0.22;
  /** Opacity where everything is marked and values must stay readable. */
  private static final double FAINT = 0.06;
  private static final double WIDEST_GAP = 2;
  private static final double LINE = 1.5;
  private static final double RIM = 2;
  /** Minimum cell size for outlines; smaller cells get a stronger tint instead. */
  private static final double MIN_RIM = 3.5;
  private static final double STRONG = 0.5;

  private final CanvasDesk desk;
  private final UnitPlaces places;
  private final Painting painting = new Painting(this::paint);
  private BitSet cells = new BitSet();
  private Token token = Token.ACCENT;
  private double tint = TINT;

  CellMarks(CanvasDesk desk, UnitPlaces places) {
    this.desk = desk;
    this.places = places;
    setManaged(false);
    setMouseTransparent(true);
    getChildren().add(painting);
  }

  /**
   * Marks cells.
   *
   * @param marked row-major indices
   * @param all whether these are all cells
   */
  void show(BitSet marked, boolean all, Token colour) {
    cells = marked;
    tint = all ? FAINT : TINT;
    token = colour;
    painting.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    Color colour = desk.theme().palette().color(token);
    if (token == Token.TERM_RIM && cells.cardinality() == 1 && places.cellPlace(cells.nextSetBit(0)).filter(box -> box.width() >= MIN_RIM)
        .isPresent()) {
      ring(g, places.cellPlace(cells.nextSetBit(0)).orElseThrow(), colour);
      return;
    }
    boolean rims = cells.stream().limit(1).allMatch(cell -> places.cellPlace(cell).filter(box -> box.width() < MIN_RIM).isEmpty());
    g.setFill(colour.deriveColor(0, 1, 1, rims || tint == FAINT ? tint : STRONG));
    cells.stream().forEach(cell -> places.cellPlace(cell).ifPresent(box -> g.fillRect(box.x(), box.y(), box.width(), box.height())));
    if (!rims && cells.cardinality() > 1) {
      return;
    }
    g.setStroke(colour);
    g.setLineWidth(LINE);
    cells.stream().forEach(cell -> places.cellPlace(cell).ifPresent(box -> edges(g, box)));
  }

  /** The cell under the mouse has an outline and no tint, so that its colour stays visible. */
  private static void ring(GraphicsContext g, Box box, Color colour) {
    g.setStroke(colour);
    g.setLineWidth(RIM);
    g.strokeRect(box.x() + RIM / 2, box.y() + RIM / 2, Math.max(0, box.width() - RIM), Math.max(0, box.height() - RIM));
  }

  /** Only towards unmarked neighbours. */
  private void edges(GraphicsContext g, Box box) {
    if (open(box.x() - 1, box.centerY(), -WIDEST_GAP, 0)) {
      g.strokeLine(box.x(), box.y(), box.x(), box.bottom());
    }
    if (open(box.right() + 1, box.centerY(), WIDEST_GAP, 0)) {
      g.strokeLine(box.right(), box.y(), box.right(), box.bottom());
    }
    if (open(box.centerX(), box.y() - 1, 0, -WIDEST_GAP)) {
      g.strokeLine(box.x(), box.y(), box.right(), box.y());
    }
    if (open(box.centerX(), box.bottom() + 1, 0, WIDEST_GAP)) {
      g.strokeLine(box.x(), box.bottom(), box.right(), box.bottom());
    }
  }

  private boolean open(double x, double y, double dx, double dy) {
    int near = places.cellAt(x, y);
    int neighbour = near < 0 ? places.cellAt(x + dx, y + dy) : near;
    return neighbour < 0 || !cells.get(neighbour);
  }
}
