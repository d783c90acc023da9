package studio.backprop.ui.lens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.backprop.layer.MultiHeadAttention;
import studio.backprop.network.Node;
import studio.backprop.op.Attend;
import studio.backprop.train.NodeLook;
import studio.backprop.train.NodeLook.OpLook;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.lens.AttentionNumbers.Row;
import studio.backprop.ui.lens.AttentionNumbers.Term;
import studio.backprop.ui.lens.AttentionPicture.Shown;
import studio.backprop.ui.lens.AttentionPlaces.Place;
import studio.backprop.ui.lens.LensModel.Quantity;

/** An attention from inside: ribbons from the time steps that are looked at to those that look, and the same as a matrix, head by head. */
final class AttentionInside implements InsideView {
  private static final int TERMS = 10;

  private final LensDesk desk;
  private final PaintedSheet sheet = new PaintedSheet(this::paint);
  private final Segmented<Boolean> scores;
  private final HBox heads = new HBox();
  private final Label title = PaintedSheet.label("panel-title");
  private final Label formula = PaintedSheet.label("note", "mut");
  private final Label explained = PaintedSheet.label("note", "mut");
  private final NumberTable table = new NumberTable(1, 4);
  private Optional<AttentionPicture> picture = Optional.empty();
  private Optional<Segmented<Integer>> tabs = Optional.empty();
  private List<String> keyNames = List.of();
  private List<String> queryNames = List.of();
  private List<AttentionPicture.Written> written = List.of();
  private AttentionNumbers numbers;
  private Place pointed = new Place(Integer.MAX_VALUE, -1);

  AttentionInside(LensDesk desk) {
    this.desk = desk;
    scores = new Segmented<Boolean>(desk.lang().bind("lens.attention.shown"))
        .add(false, desk.lang().bind("lens.attention.weights"))
        .add(true, desk.lang().bind("lens.attention.scores"));
    scores.explain(false, desk.hints(), "lens.attention.weights.help");
    scores.explain(true, desk.hints(), "lens.attention.scores.help");
    scores.valueProperty().subscribe(this::redraw);
    sheet.choices().getChildren().addAll(heads, scores);
    sheet.side().getChildren().addAll(title, formula, table, explained);
    sheet.sheet().addEventHandler(MouseEvent.MOUSE_MOVED, event -> places().flatMap(p -> p.at(event.getX(), event.getY())).ifPresent(this::point));
    sheet.onWalk((down, across) -> places().ifPresent(p -> point(p.moved(pointed, down, across))));
    sheet.scroll().viewportBoundsProperty().subscribe(this::redraw);
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
  public void show(Node node, NodeLook look) {
    OpLook op = look.example().stream().filter(one -> one.kind() == Attend.class).findFirst().orElseThrow();
    boolean causal = node.layer() instanceof MultiHeadAttention layer && layer.causal();
    numbers = AttentionNumbers.of(op, causal).orElse(null);
    if (numbers == null) {
      title.setText(desk.lang().say("lens.too_large", op.inner("weights").orElseThrow().shape().toString()));
      return;
    }
    keyNames = StepNames.of(desk.model(), numbers.keys());
    queryNames = StepNames.of(desk.model(), numbers.queries());
    written = AttentionPicture.Written.of(desk.model(), numbers.queries());
    pointed = new Place(Math.min(pointed.query(), numbers.queries() - 1), Math.min(pointed.key(), numbers.keys() - 1));
    offerHeads();
    scores.setVisible(desk.model().quantityProperty().get() == Quantity.ACTIVATIONS);
    redraw();
  }

  private void offerHeads() {
    if (tabs.map(now -> now.getChildren().size() == numbers.heads()).orElse(false)) {
      return;
    }
    Segmented<Integer> offered = new Segmented<>(desk.lang().bind("lens.attention.heads"));
    for (int head = 0; head < numbers.heads(); head++) {
      offered.add(head, desk.lang().bind("lens.attention.head", head + 1));
      offered.explain(head, desk.hints(), "lens.attention.head.help");
    }
    offered.valueProperty().subscribe(this::redraw);
    heads.getChildren().setAll(offered);
    tabs = Optional.of(offered);
  }

  private int head() {
    return tabs.map(Segmented::value).orElse(0);
  }

  private Shown shown() {
    return desk.model().quantityProperty().get() == Quantity.GRADIENTS ? Shown.GRADIENTS : scores.value() ? Shown.SCORES : Shown.WEIGHTS;
  }

  private Optional<AttentionPlaces> places() {
    return picture.map(AttentionPicture::places);
  }

  private void point(Place place) {
    pointed = place;
    redraw();
  }

  private void redraw() {
    if (numbers == null || sheet.seenWidth() <= 0) {
      return;
    }
    AttentionPlaces places = AttentionPlaces.fit(
        numbers.queries(), numbers.keys(), AttentionPicture.token(keyNames), sheet.seenWidth(), sheet.seenHeight());
    picture = Optional.of(new AttentionPicture(desk, numbers, places, keyNames, queryNames, written, head(), shown(), pointed));
    sheet.size(places.width(), places.height());
    sheet.repaint();
    explain();
  }

  private void paint(GraphicsContext g, double width, double height) {
    picture.ifPresent(now -> now.paint(g));
  }

  // --- in words and numbers

  private void explain() {
    Numbers digits = desk.lang().numbers();
    int query = pointed.query();
    Row row = numbers.row(head(), query, TERMS);
    title.setText(desk.lang().say("lens.attention.row", query + 1, queryNames.get(query)));
    formula.setText(desk.lang().say("lens.attention.formula"));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(desk.lang().say("lens.attention.looks"), desk.lang().say("lens.attention.score"), "eˢ", desk.lang().say("lens.attention.weight")));
    for (Term term : row.terms()) {
      rows.add(List.of(
          keyName(term.key()), digits.fixed(term.score(), 3), digits.significant(term.power(), 4), digits.fixed(term.weight(), 5)));
    }
    if (row.others() > 0) {
      rows.add(List.of(desk.lang().say("lens.attention.others", row.others()), "", "", digits.fixed(row.otherWeight(), 5)));
    }
    double all = row.otherWeight() + row.terms().stream().mapToDouble(Term::weight).sum();
    rows.add(List.of(desk.lang().say("lens.attention.sum"), "", digits.significant(row.sum(), 4), digits.fixed(all, 5)));
    table.show(rows);
    explained.setText(desk.lang().say(numbers.hides(query, numbers.keys() - 1) ? "lens.attention.hidden" : "lens.attention.free"));
    say(digits);
  }

  private String keyName(int key) {
    String name = keyNames.get(key);
    return name.equals(String.valueOf(key + 1)) ? name : name + "  " + (key + 1);
  }

  private void say(Numbers digits) {
    int query = pointed.query();
    int key = pointed.key() < 0 ? numbers.row(head(), query, 1).terms().stream().map(Term::key).findFirst().orElse(0) : pointed.key();
    String sentence;
    if (numbers.hides(query, key)) {
      sentence = desk.lang().say("lens.attention.say_hidden", queryNames.get(query), query + 1, keyNames.get(key), key + 1);
    } else {
      int at = numbers.at(head(), query, key);
      String gradient = numbers.gradients() == null ? "–" : digits.significant(numbers.gradients()[at], 3);
      sentence = desk.lang().say("lens.attention.say", queryNames.get(query), query + 1, keyNames.get(key), key + 1,
          digits.fixed(numbers.weights()[at], 4), digits.fixed(numbers.scores()[at], 3), gradient);
    }
    desk.model().say(sentence);
    sheet.say(sentence);
  }
}
