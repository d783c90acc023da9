package studio.backprop.ui.inside.lens.embedding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import studio.backprop.data.Vocabulary;
import studio.backprop.network.Node;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.Gather;
import studio.backprop.ui.inside.lens.sheet.InsideView;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.NumberTable;
import studio.backprop.ui.inside.lens.sheet.PaintedSheet;
import studio.backprop.ui.inside.lens.sheet.StepNames;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Token;

/** Inside view of an embedding: PCA projection of all token vectors, with the tokens of the example outlined. */
public final class EmbeddingInside implements InsideView {
  private static final double HALF_HIGH = 12;
  private static final double LINE = 18;
  private static final double DOT = 2;
  private static final int LABELS = 400;
  private static final int NEAREST = 8;
  private static final double EDGE = 44;
  private static final double FONT = 12;
  private static final double LARGE = 15;
  private static final int FEW = 100;
  private static final double PICK_RADIUS = 24;

  private final LensDesk desk;
  private final PaintedSheet sheet = new PaintedSheet(this::paint);
  private final Label note = PaintedSheet.label("note", "mut");
  private final Label title = PaintedSheet.label("panel-title");
  private final Label nearestTitle = PaintedSheet.label("note", "mut");
  private final NumberTable nearest = new NumberTable(1, 2);
  private final Principal map = new Principal();
  private final Set<Integer> used = new TreeSet<>();
  private Tensors table;
  private float[] followed;
  private int chosen = -1;

  public EmbeddingInside(LensDesk desk) {
    this.desk = desk;
    sheet.fill(new Label());
    sheet.side().getChildren().addAll(title, nearestTitle, nearest, note);
    sheet.sheet().addEventHandler(MouseEvent.MOUSE_MOVED, this::tip);
    sheet.onWalk((down, across) -> {
      if (table != null) {
        choose(Math.floorMod(chosen + down + across, map.places().length));
      }
    });
    sheet.onSeen(sheet::repaint);
  }

  @Override
  public Region region() {
    return sheet;
  }

  @Override
  public boolean takesReach() {
    return false;
  }

  @Override
  public void show(Node node, NodeTrace look) {
    OpLook op = look.example().stream().filter(one -> one.kind() == Gather.class).findFirst().orElseThrow();
    table = op.parameters().get(0);
    if (table.values() != followed) {
      map.follow(table.values(), Math.toIntExact(table.shape().count()));
      followed = table.values();
    }
    used.clear();
    for (float token : op.inputs().get(0).values()) {
      used.add(Math.round(token));
    }
    choose(chosen < 0 ? used.iterator().next() : Math.min(chosen, map.places().length - 1));
  }

  private String name(int token) {
    return StepNames.text(desk.model()).map(text -> text.vocabulary()).filter(known -> token < known.size())
        .map(known -> StepNames.visible(known.token(token))).orElse(String.valueOf(token));
  }

  private void choose(int token) {
    chosen = token;
    Numbers digits = desk.lang().numbers();
    title.setText(desk.lang().say("lens.embedding.token", name(token), token));
    nearestTitle.setText(desk.lang().say("lens.embedding.nearest"));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", desk.lang().say("lens.embedding.cosine")));
    int width = Math.toIntExact(table.shape().count());
    IntStream.range(0, table.rows()).filter(other -> other != token && other != Vocabulary.PADDING).boxed()
        .sorted(Comparator.comparing(other -> -cosine(table.values(), width, token, other)))
        .limit(NEAREST)
        .forEach(other -> rows.add(List.of(name(other), digits.fixed(cosine(table.values(), width, token, other), 3))));
    nearest.show(rows);
    note.setText(desk.lang().say("lens.embedding.note", table.rows(), width, digits.percent(map.explained())));
    double[] place = map.places()[token];
    String sentence = desk.lang().say("lens.embedding.say", name(token), digits.significant(place[0], 3), digits.significant(place[1], 3));
    desk.model().say(sentence);
    sheet.say(sentence);
    sheet.repaint();
  }

  static double cosine(float[] rows, int width, int a, int b) {
    double shared = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int j = 0; j < width; j++) {
      double x = rows[a * width + j];
      double y = rows[b * width + j];
      shared += x * y;
      squaresA += x * x;
      squaresB += y * y;
    }
    return squaresA > 0 && squaresB > 0 ? shared / Math.sqrt(squaresA * squaresB) : 0;
  }

  // --- projection

  private double reach(int axis) {
    double reach = 1e-9;
    for (double[] place : map.places()) {
      reach = Math.max(reach, Math.abs(place[axis]));
    }
    return reach;
  }

  private double x(int token, double reach) {
    double half = sheet.seenWidth() / 2;
    return half + map.places()[token][0] / reach * (half - EDGE);
  }

  private double y(int token, double reach) {
    double half = sheet.seenHeight() / 2;
    return half - map.places()[token][1] / reach * (half - EDGE);
  }

  private void pointAt(double px, double py) {
    if (table == null) {
      return;
    }
    double wide = reach(0);
    double high = reach(1);
    IntStream.range(0, map.places().length).boxed()
        .min(Comparator.comparing(token -> Math.hypot(x(token, wide) - px, y(token, high) - py)))
        .filter(token -> Math.hypot(x(token, wide) - px, y(token, high) - py) < PICK_RADIUS)
        .ifPresent(this::choose);
  }

  private void tip(MouseEvent event) {
    pointAt(event.getX(), event.getY());
    boolean near = table != null && Math.hypot(x(chosen, reach(0)) - event.getX(), y(chosen, reach(1)) - event.getY()) < PICK_RADIUS;
    sheet.tip(event, near ? desk.model().saidProperty().get() : "");
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (table == null) {
      return;
    }
    g.setStroke(desk.theme().palette().color(Token.BORDER_SOFT));
    g.setLineWidth(1);
    g.strokeLine(0, height / 2, width, height / 2);
    g.strokeLine(width / 2, 0, width / 2, height);
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.CENTER);
    double wide = reach(0);
    double high = reach(1);
    Set<Integer> named = named(wide, high);
    for (int token = 0; token < map.places().length; token++) {
      if (!used.contains(token) && token != chosen) {
        token(g, token, x(token, wide), y(token, high), named.contains(token));
      }
    }
    used.stream().filter(token -> token < map.places().length && token != chosen)
        .forEach(token -> token(g, token, x(token, wide), y(token, high), named.contains(token)));
    token(g, chosen, x(chosen, wide), y(chosen, high), true);
  }

  /**
   * Tokens that have a label: the chosen one, those of the example, then the others, as long as labels do not overlap. The rest are dots.
   */
  private Set<Integer> named(double wide, double high) {
    boolean all = map.places().length <= LABELS;
    List<Bounds> taken = new ArrayList<>();
    return Stream.of(Stream.of(chosen), used.stream(), IntStream.range(0, all ? map.places().length : 0).boxed()).flatMap(tokens -> tokens)
        .distinct()
        .filter(token -> token < map.places().length)
        .filter(token -> {
          double half = half(name(token));
          Bounds box = new BoundingBox(x(token, wide) - half, y(token, high) - LINE / 2, 2 * half, LINE);
          boolean free = taken.stream().noneMatch(box::intersects);
          if (free) {
            taken.add(box);
          }
          return free;
        }).collect(Collectors.toSet());
  }

  private static double half(String name) {
    return Math.max(10, name.length() * 4.5 + 5);
  }

  private void token(GraphicsContext g, int token, double x, double y, boolean label) {
    boolean ringed = used.contains(token);
    String name = name(token);
    if (!label) {
      double radius = ringed ? 2 * DOT : DOT;
      g.setFill(desk.theme().palette().color(ringed ? Token.ACCENT : Token.WIRE));
      g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
      return;
    }
    double half = half(name);
    if (ringed || token == chosen) {
      g.setFill(desk.theme().palette().color(token == chosen ? Token.ACCENT_SOFT : Token.BG));
      g.fillRoundRect(x - half, y - HALF_HIGH, 2 * half, 2 * HALF_HIGH, 24, 24);
      g.setStroke(desk.theme().palette().color(ringed ? Token.ACCENT : Token.BORDER));
      g.setLineWidth(token == chosen ? 2 : 1.5);
      g.strokeRoundRect(x - half, y - HALF_HIGH, 2 * half, 2 * HALF_HIGH, 24, 24);
    }
    g.setFont(Font.font(Fonts.FAMILY, ringed ? FontWeight.BOLD : FontWeight.NORMAL, map.places().length <= FEW ? LARGE : FONT));
    g.setFill(desk.theme().palette().color(ringed ? Token.FG : Token.MUT));
    Painting.write(g, name, x, y);
  }
}
