package studio.backprop.ui.inside.lens.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.backprop.network.Node;
import studio.backprop.network.repair.LayerSettings;
import studio.backprop.observe.Activations;
import studio.backprop.observe.CustomInput;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.op.ScaledDotProductAttention;
import studio.backprop.ui.inside.lens.attention.AttentionNumbers.Row;
import studio.backprop.ui.inside.lens.attention.AttentionNumbers.Term;
import studio.backprop.ui.inside.lens.attention.AttentionPicture.Shown;
import studio.backprop.ui.inside.lens.attention.AttentionPicture.Written;
import studio.backprop.ui.inside.lens.attention.AttentionPlaces.Place;
import studio.backprop.ui.inside.lens.sheet.InsideView;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.LensModel.Quantity;
import studio.backprop.ui.inside.lens.sheet.NumberTable;
import studio.backprop.ui.inside.lens.sheet.PaintedSheet;
import studio.backprop.ui.inside.lens.sheet.PredictionAndTarget;
import studio.backprop.ui.inside.lens.sheet.ProbabilityBars;
import studio.backprop.ui.inside.lens.sheet.StepNames;
import studio.backprop.ui.inside.lens.sheet.TypedText;
import studio.backprop.ui.inside.lens.sheet.WatchForm;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.Token;

/**
 * Inside view of an attention: ribbons from keys to queries, and the same as a matrix, head by head. One class, because a hovered cell of
 * one picture is marked and explained in all.
 */
public final class AttentionInside implements InsideView {
  /** Margin at the right of the matrix. */
  private static final double EDGE = 8;
  private static final int TERMS = 10;
  private static final int MAX_BARS = 5;
  /** Height from which the data flow fits beside the matrix. */
  private static final double TALL = 640;
  private static final double WIDE = 1500;
  private static final int FEW = 24;

  private final LensDesk desk;
  private final PaintedSheet sheet = new PaintedSheet(this::paint);
  private final Segmented<Shown> shown;
  private final TypedText typed;
  private final TextField field = new TextField();
  private final Label said = new Label();
  private final WatchForm watch;
  private final AttentionStrip strip;
  private final AttentionStrip tower;
  private final HBox heads = new HBox();
  private final Label title = PaintedSheet.label("panel-title");
  private final Label formula = PaintedSheet.label("note", "mut");
  private final Label explained = PaintedSheet.label("note", "mut");
  private final NumberTable table = new NumberTable(1, 4);
  private final Label writesTitle = PaintedSheet.label("strong");
  private final Label writesNote = PaintedSheet.label("note", "mut");
  private final ProbabilityBars writes;
  private Optional<AttentionPicture> picture = Optional.empty();
  private Optional<Segmented<Integer>> tabs = Optional.empty();
  private List<String> keyNames = List.of();
  private List<String> queryNames = List.of();
  private List<Written> written = List.of();
  private Optional<PredictionAndTarget> answers = Optional.empty();
  private Quantity quantity = Quantity.ACTIVATIONS;
  private NodeTrace look;
  private Node node;
  private double cost;
  private AttentionNumbers numbers;
  private Place pointed = new Place(Integer.MAX_VALUE, -1);

  public AttentionInside(LensDesk desk) {
    this.desk = desk;
    typed = new TypedText(desk.model(), desk.pulse(), this::take);
    watch = new WatchForm(desk);
    strip = new AttentionStrip(desk, false);
    tower = new AttentionStrip(desk, true);
    writes = new ProbabilityBars(desk, Token.ACCENT);
    shown = new Segmented<Shown>(desk.lang().bind("lens.attention.shown"));
    for (Shown one : Shown.values()) {
      String key = "lens.attention." + one.name().toLowerCase(Locale.ROOT);
      shown.add(one, desk.lang().bind(key)).explain(one, desk.hints(), key + ".help");
    }
    shown.valueProperty().subscribe(this::redraw);
    sheet.choices().getChildren().addAll(typing(), heads, shown, watch);
    sheet.side().getChildren().addAll(title, formula, table, explained, writesTitle, writesNote, writes);
    writes.managedProperty().bind(writes.visibleProperty());
    for (Label one : List.of(writesTitle, writesNote)) {
      one.visibleProperty().bind(writes.visibleProperty());
      one.managedProperty().bind(one.visibleProperty());
    }
    sheet.below(strip);
    sheet.beside(tower);
    sheet.sheet().addEventHandler(MouseEvent.MOUSE_MOVED, event -> places().flatMap(p -> p.at(event.getX(), event.getY()))
        .ifPresentOrElse(place -> {
      point(place);
      sheet.tip(event, place.key() < 0 ? "" : told(place, desk.lang().numbers()));
    }, () -> sheet.tip(event, "")));
    sheet.onWalk((down, across) -> places().ifPresent(p -> point(p.moved(pointed, down, across))));
    sheet.onSeen(this::redraw);
  }

  @Override
  public Region region() {
    return sheet;
  }

  @Override
  public boolean takesReach() {
    return false;
  }

  /** Input for a custom text. */
  private Region typing() {
    field.setId("typed-text");
    field.promptTextProperty().bind(desk.lang().bind("lens.typed.prompt"));
    field.accessibleTextProperty().bind(desk.lang().bind("lens.typed.prompt"));
    desk.hints().explain(field, "lens.typed.help");
    field.textProperty().subscribe((before, now) -> typed.type(now));
    field.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
      if (key.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
        field.clear();
        key.consume();
      }
    });
    said.getStyleClass().addAll("note", "mut");
    sheet.note(said);
    field.managedProperty().bind(field.visibleProperty());
    return field;
  }

  @Override
  public boolean press(KeyCode key) {
    if (key == KeyCode.W) {
      watch.toggle();
      return true;
    }
    return false;
  }

  @Override
  public void leave() {
    watch.stop();
  }

  @Override
  public void show(Node now, NodeTrace seen) {
    node = now;
    look = seen;
    Quantity chosen = desk.model().quantityProperty().get();
    if (chosen != quantity) {
      shown.valueProperty().set(chosen == Quantity.GRADIENTS ? Shown.GRADIENTS : Shown.WEIGHTS);
      quantity = chosen;
    }
    watch.refresh();
    field.setVisible(typed.possible());
    typed.follow();
    take();
  }

  /** Reads the example, or the typed text. */
  private void take() {
    Optional<CustomInput> guest = typed.guest();
    said.setVisible(typed.problem().isPresent());
    said.setText(typed.problem().map(desk.lang()::say).orElse(""));
    NodeTrace seen = guest.map(CustomInput::inside).orElse(look);
    if (seen == null) {
      return;
    }
    OpLook op = seen.example().stream().filter(one -> one.kind() == ScaledDotProductAttention.class).findFirst().orElseThrow();
    boolean causal = LayerSettings.value(node.layer(), "causal", Boolean.class).orElse(false);
    numbers = AttentionNumbers.of(op, causal).map(all -> causal && guest.isPresent() ? all.cropped(typed.count()) : all).orElse(null);
    if (numbers == null) {
      title.setText(desk.lang().say("lens.too_large", op.inner("weights").orElseThrow().shape().toString()));
      return;
    }
    keyNames = guest.isPresent() ? typed.names(numbers.keys()) : StepNames.of(desk.model(), numbers.keys());
    queryNames = guest.isPresent() ? typed.names(numbers.queries()) : StepNames.of(desk.model(), numbers.queries());
    Activations example = desk.model().run().snapshot().orElseThrow().activations();
    cost = guest.map(CustomInput::loss).orElse(example.loss());
    PredictionAndTarget given = new PredictionAndTarget(
        desk.lang(), desk.model().run().runProperty().get().data().dataset(), guest.map(CustomInput::prediction)
            .orElse(example.prediction()),
        guest.map(CustomInput::target).orElse(example.target()));
    written = Written.of(given, numbers.queries());
    answers = Optional.of(given).filter(now -> !written.isEmpty());
    int row = pointed.query() == Integer.MAX_VALUE ? Written.lastJudged(written, numbers.queries()) : pointed.query();
    pointed = new Place(Math.min(row, numbers.queries() - 1), Math.min(pointed.key(), numbers.keys() - 1));
    offerHeads();
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

  private Optional<AttentionPlaces> places() {
    return picture.map(AttentionPicture::places);
  }

  private void point(Place place) {
    pointed = place;
    redraw();
  }

  /** Below a matrix with few rows, beside one with many; where neither fits, the matrix has priority. */
  private void place() {
    boolean few = numbers.queries() <= FEW;
    strip.setVisible(few && sheet.getHeight() >= TALL);
    tower.setVisible(!few && sheet.getHeight() >= TALL && sheet.getWidth() >= WIDE);
  }

  private void redraw() {
    if (numbers == null || sheet.seenWidth() <= 0) {
      return;
    }
    place();
    double token = AttentionTokens.token(keyNames, Math.max(numbers.queries(), numbers.keys()) >= AttentionPlaces.MANY);
    sheet.needs(AttentionPlaces.needed(numbers.keys(), token));
    AttentionPlaces places = AttentionPlaces.fit(
        numbers.queries(), numbers.keys(), token, AttentionTokens.turned(keyNames), written.isEmpty() ? 0 : WrittenColumn.least(token),
        sheet.seenWidth() - EDGE,
        sheet.seenHeight());
    picture = Optional.of(new AttentionPicture(desk, numbers, places, keyNames, queryNames, written, head(), shown.value(), pointed));
    sheet.size(places.width(), places.height());
    sheet.repaint();
    for (AttentionStrip one : List.of(strip, tower)) {
      if (one.isVisible()) {
        one.show(numbers, head(), pointed.query(), cost, rights());
      }
    }
    explain();
  }

  private String rights() {
    long known = written.stream().filter(one -> !one.right().isEmpty()).count();
    long right = written.stream().filter(one -> one.right().equals(one.token())).count();
    return known == 0 ? "" : desk.lang().say("lens.attention.right", right, known);
  }

  private void paint(GraphicsContext g, double width, double height) {
    picture.ifPresent(now -> now.paint(g));
  }

  // --- texts

  private void explain() {
    Numbers digits = desk.lang().numbers();
    int query = pointed.query();
    Row row = numbers.row(head(), query, TERMS);
    title.setText(desk.lang().say("lens.attention.row", query + 1, queryNames.get(query)));
    formula.setText(desk.lang().say("lens.attention.formula"));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(desk.lang().say("lens.attention.looks"), desk.lang().say("lens.attention.score"), "eˢ", desk.lang()
        .say("lens.attention.weight")));
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
    writes.setVisible(answers.isPresent());
    answers.ifPresent(now -> {
      writesTitle.setText(desk.lang().say("lens.attention.then_writes"));
      String right = written.get(query).right();
      writesNote.setText(desk.lang().say(right.isEmpty() ? "lens.attention.then_writes.note" : "lens.attention.then_writes.right", right));
      writes.show(now.bars(query, MAX_BARS));
    });
    say(digits);
  }

  private String keyName(int key) {
    String name = keyNames.get(key);
    return name.equals(String.valueOf(key + 1)) ? name : name + "  " + (key + 1);
  }

  private void say(Numbers digits) {
    int query = pointed.query();
    int key = pointed.key() < 0 ? numbers.row(head(), query, 1).terms().stream().map(Term::key).findFirst().orElse(0) : pointed.key();
    String sentence = told(new Place(query, key), digits);
    desk.model().say(sentence);
    sheet.say(sentence);
  }

  /** Relation of a query and a key in words. */
  private String told(Place place, Numbers digits) {
    int query = place.query();
    int key = place.key();
    if (numbers.hides(query, key)) {
      return desk.lang().say("lens.attention.say_hidden", queryNames.get(query), query + 1, keyNames.get(key), key + 1);
    }
    int at = numbers.at(head(), query, key);
    String gradient = numbers.gradients() == null ? "–" : digits.significant(numbers.gradients()[at], 3);
    return desk.lang().say("lens.attention.say", queryNames.get(query), query + 1, keyNames.get(key), key + 1,
        digits.fixed(numbers.weights()[at], 4), digits.fixed(numbers.scores()[at], 3), gradient);
  }
}
