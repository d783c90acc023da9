package studio.backprop.ui.watch.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import studio.backprop.doctor.Experiment;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Legend;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Smoothing;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.watch.doctor.ExperimentRow.Stop;
import studio.backprop.ui.workspace.run.RoundTexts;

/** Plots of both trainings of an experiment, instead of the run's: loss per step, and gradient per layer. */
public final class ExperimentPlotsPane extends HBox {
  private static final double FAINT = 0.35;
  private static final double THICK = 2;
  private static final double DOT = 3;
  private static final int MOST_DOTS = 40;
  private static final double APART = 72;

  private final DoctorModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final DoubleProperty factor = new SimpleDoubleProperty(this, "factor", Smoothing.AUTOMATIC.factor(0));
  private final Painting loss = new Painting(this::paintLoss);
  private final Painting gradient = new Painting(this::paintGradient);

  public ExperimentPlotsPane(DoctorModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    getStyleClass().add("twin-plots");
    getChildren().addAll(plot(Bindings.createStringBinding(() -> lang.say(lossKey()), model.attemptProperty(), lang.textsProperty()),
            Bindings.createStringBinding(this::ofLoss, factor, model.attemptProperty(), lang.textsProperty()), loss),
        plot(lang.bind("doctor.twin.gradient"), lang.bind("doctor.twin.gradient.note", factor), gradient));
    model.attemptProperty().subscribe((before, now) -> {
      if (!RunningExperiment.showTheSame(before, now)) {
        repaint();
      }
    });
    lang.textsProperty().subscribe(texts -> repaint());
    theme.paletteProperty().subscribe(palette -> repaint());
  }

  private VBox plot(ObservableValue<String> title, ObservableValue<String> note, Painting painting) {
    Label head = new Label();
    head.getStyleClass().add("strong");
    head.textProperty().bind(title);
    head.setMinWidth(USE_PREF_SIZE);
    Label more = new Label();
    more.getStyleClass().addAll("note", "mut");
    more.textProperty().bind(note);
    more.setMinWidth(0);
    Legend legend = new Legend()
        .add(Legend.Mark.LINE, Token.MUT, lang.bind("doctor.a")).add(Legend.Mark.LINE, Token.ACCENT, lang.bind("doctor.b"));
    legend.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(head, legend, more);
    line.getStyleClass().add("line");
    VBox plot = new VBox(line, painting);
    plot.getStyleClass().add("plot");
    plot.setMinSize(0, 0);
    painting.setMinSize(0, 0);
    painting.accessibleTextProperty().bind(title);
    VBox.setVgrow(painting, Priority.ALWAYS);
    HBox.setHgrow(plot, Priority.ALWAYS);
    plot.setPrefWidth(1);
    return plot;
  }

  /** Loss of one of the two networks of a GAN. */
  private String lossKey() {
    boolean against = model.project() != null && model.project().assignment().isAdversarial();
    return against ? "presenter.loss.discriminator" : "doctor.twin.loss";
  }

  /** Two losses of which one is weighted share a plot, but are not comparable. */
  private String ofLoss() {
    String weighted = twin().map(ExperimentLines::weighted).orElse("");
    return weighted.isEmpty() ? lang.say("doctor.twin.loss.note", factor.get())
        : lang.say("doctor.twin.loss.weighted", weighted.equals(".a_weighted") ? "A" : "B");
  }

  private void repaint() {
    twin().ifPresent(twin -> factor.set(Smoothing.AUTOMATIC.factor(twin.b().losses().length)));
    loss.repaint();
    gradient.repaint();
  }

  private Optional<Experiment> twin() {
    return model.attemptProperty().get().flatMap(RunningExperiment::twin);
  }

  private void paintLoss(GraphicsContext g, double width, double height) {
    if (twin().isEmpty()) {
      return;
    }
    Experiment twin = twin().get();
    double[] a = numbers(twin.a().losses());
    double[] b = numbers(twin.b().losses());
    TwoCurves graph = new TwoCurves(g, theme.palette(), width, height, DoubleStream.concat(DoubleStream.of(a), DoubleStream.of(b))
        .toArray());
    graph.axes(lang);
    for (double step : Ticks.whole(0, twin.wanted(), (int) Math.max(2, graph.length() / APART))) {
      if (step < 0.9 * twin.wanted()) {
        graph.below(lang.numbers().whole((long) step), step / twin.wanted());
      }
    }
    graph.below(lang.say(RoundTexts.axis(model.project())), 1);
    curve(graph, a, twin, Token.MUT);
    curve(graph, b, twin, Token.ACCENT);
  }

  private void curve(TwoCurves graph, double[] losses, Experiment twin, Token token) {
    Color colour = theme.palette().color(token);
    double end = (losses.length - 1.0) / Math.max(1, twin.wanted() - 1);
    graph.line(losses, end, colour.deriveColor(0, 1, 1, FAINT), 1);
    graph.line(smoothed(losses), end, colour, THICK);
  }

  private static double[] numbers(float[] losses) {
    return IntStream.range(0, losses.length).mapToDouble(i -> losses[i]).toArray();
  }

  private static double[] smoothed(double[] losses) {
    double[] smoothed = new double[losses.length];
    Smoothing.AUTOMATIC.smooth(losses, losses.length, smoothed);
    return smoothed;
  }

  private void paintGradient(GraphicsContext g, double width, double height) {
    if (twin().isEmpty()) {
      return;
    }
    List<Stop> as = model.lanes().a(twin()).learning();
    List<Stop> bs = model.lanes().b(twin()).learning();
    double[] a = as.stream().mapToDouble(Stop::gradient).toArray();
    double[] b = bs.stream().mapToDouble(Stop::gradient).toArray();
    TwoCurves graph = new TwoCurves(g, theme.palette(), width, height, DoubleStream.concat(DoubleStream.of(a), DoubleStream.of(b))
        .toArray());
    graph.axes(lang);
    int every = (int) Math.max(1, Math.ceil(APART / (graph.length() / Math.max(1, as.size() - 1))));
    for (int place = 0; place < as.size(); place += every) {
      graph.below(as.get(place).name(), place / Math.max(1.0, as.size() - 1));
    }
    Color grey = theme.palette().color(Token.MUT);
    Color accent = theme.palette().color(Token.ACCENT);
    graph.line(a, 1, grey, THICK);
    graph.line(b, 1, accent, THICK);
    if (a.length <= MOST_DOTS) {
      graph.dots(a, 1, grey, DOT);
      graph.dots(b, 1, accent, DOT);
    }
  }
}
