package studio.backprop.ui.watch.doctor;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.doctor.Experiment;
import studio.backprop.doctor.Finding;
import studio.backprop.ui.kit.Health;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Legend;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.RoundTexts;

/** Experiment, instead of the canvas: both trainings as rows one above the other, each node with its gradient. */
public final class ExperimentPane extends VBox {
  private final DoctorModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Label badge = new Label(null, Icon.BRANCH.view());
  private final Legend skips = new Legend();
  private final Label pointed = new Label();
  private final Label about = note();
  private final Label changed = new Label();
  private final Label same = note();
  private final Painting a = new Painting((g, width, height) -> paint(g, width, height, true));
  private final Painting b = new Painting((g, width, height) -> paint(g, width, height, false));

  public ExperimentPane(DoctorModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    getStyleClass().add("twin-view");
    setMinSize(0, 0);
    badge.getStyleClass().addAll("badge", "accent");
    badge.setMinWidth(USE_PREF_SIZE);
    pointed.getStyleClass().addAll("note", "mut");
    pointed.setMinWidth(0);
    HBox head = new HBox(badge, pointed);
    head.getStyleClass().add("line");
    Label drawn = new Label();
    drawn.textProperty().bind(lang.bind("doctor.twin.drawn"));
    getChildren().addAll(head, title("A", drawn, about), a, title("B", changed, same), b, legend());
    for (Painting lane : List.of(a, b)) {
      VBox.setVgrow(lane, Priority.ALWAYS);
      lane.setMinSize(0, 0);
      lane.getStyleClass().add("lane");
      lane.setOnMouseMoved(event -> point(lane, event.getX()));
      lane.setOnMouseExited(event -> pointed.setText(""));
    }
    model.attemptProperty().subscribe((before, now) -> {
      if (!RunningExperiment.showTheSame(before, now)) {
        refresh();
      }
    });
    lang.textsProperty().subscribe(texts -> refresh());
    theme.paletteProperty().subscribe(palette -> refresh());
  }

  private Label note() {
    Label note = new Label();
    note.getStyleClass().addAll("note", "mut");
    note.setMinWidth(0);
    return note;
  }

  private static Node title(String letter, Label name, Label more) {
    Label badge = new Label(letter);
    badge.getStyleClass().addAll("badge", letter.equals("A") ? "lane-a" : "accent");
    name.getStyleClass().add("strong");
    name.setMinWidth(USE_PREF_SIZE);
    HBox title = new HBox(badge, name, more);
    title.getStyleClass().add("line");
    return title;
  }

  private Node legend() {
    Label what = note();
    what.textProperty().bind(lang.bind("doctor.twin.bars"));
    what.setMinWidth(USE_PREF_SIZE);
    Legend colours = new Legend();
    for (Health health : new Health[] {Health.HEALTHY, Health.FADING, Health.VANISHED, Health.EXPLODING}) {
      colours.add(health == Health.VANISHED ? Legend.Mark.DOTTED : Legend.Mark.BAND, health.token(), lang.bind(health.key()));
    }
    skips.add(Legend.Mark.LINE, Token.ACCENT, lang.bind("doctor.twin.skip"));
    skips.managedProperty().bind(skips.visibleProperty());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox legend = new HBox(what, gap, colours, skips);
    legend.getStyleClass().add("line");
    return legend;
  }

  private Optional<Experiment> twin() {
    return model.attemptProperty().get().flatMap(RunningExperiment::twin);
  }

  private ExperimentRow lane(boolean first) {
    return first ? model.lanes().a(twin()) : model.lanes().b(twin());
  }

  private void refresh() {
    Optional<RunningExperiment> attempt = model.attemptProperty().get();
    if (attempt.isEmpty()) {
      return;
    }
    changed.setText(lang.say(attempt.get().remedy().title()));
    badge.setText(twin()
        .map(twin -> lang.say("doctor.twin.step", RoundTexts.at(model.project(), twin.steps()), twin.wanted()))
        .orElse(lang.say("doctor.twin.begins")));
    about.setText(twin().isEmpty() ? "" : lang.say("doctor.twin.learning", lane(true).learning().size(), model.lanes().parameters(twin())));
    same.setText(twin().map(twin -> lang.say(twin.sharesBatches() ? "doctor.twin.same" : "doctor.twin.same_start")).orElse(""));
    skips.setVisible(!lane(true).arcs().isEmpty() || !lane(false).arcs().isEmpty());
    a.setAccessibleText(said(true));
    b.setAccessibleText(said(false));
    a.repaint();
    b.repaint();
  }

  /** All numbers of a row, for screen readers. */
  private String said(boolean first) {
    StringBuilder said = new StringBuilder(first ? "A" : "B");
    for (ExperimentRow.Stop stop : lane(first).learning()) {
      said.append("; ").append(stop.name()).append(' ').append(lang.numbers().compact(stop.gradient()));
    }
    return said.toString();
  }

  private void point(Painting lane, double x) {
    ExperimentRow seen = lane(lane == a);
    int place = RowPainter.placeAt(seen.stops().size(), lane.getWidth(), x);
    boolean learns = place >= 0 && seen.stops().get(place).learns();
    pointed.setText(learns ? sayPointed(seen.stops().get(place)) : "");
  }

  private String sayPointed(ExperimentRow.Stop stop) {
    return lang.say("doctor.twin.pointed", stop.name(), gradient(true, stop.node()), gradient(false, stop.node()));
  }

  private String gradient(boolean first, int node) {
    return lane(first).learning().stream().filter(stop -> stop.node() == node).findFirst()
        .map(stop -> lang.numbers().compact(stop.gradient())).orElse("–");
  }

  private void paint(GraphicsContext g, double width, double height, boolean first) {
    Optional<Experiment> twin = twin();
    if (twin.isEmpty()) {
      return;
    }
    RowPainter painter = new RowPainter(lane(first), RowScale.over(List.of(lane(true), lane(false))), lang, theme.palette(), g, width,
        height);
    painter.paint();
    List<Integer> nodes = model.attemptProperty().get().orElseThrow().finding().nodes();
    if (first && !nodes.isEmpty()) {
      Finding finding = model.attemptProperty().get().orElseThrow().finding();
      painter.bracket(nodes, lang.say(finding.kind().bracket(), nodes.size()), finding.severity() == Finding.Severity.SERIOUS);
    }
  }
}
