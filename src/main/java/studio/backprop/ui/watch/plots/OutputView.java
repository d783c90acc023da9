package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.EmptyState;
import studio.backprop.ui.kit.FittedLine;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Titled;

/**
 * View of the network's output: pictures for image targets, a decision boundary or a map of values for two inputs, a forecast for a time
 * series, otherwise a confusion matrix or predicted against true values. Notes are beside the picture or, in a narrow place, below it.
 */
public final class OutputView extends PlotView {
  private final PlotsModel plots;
  private final OutputModel model;
  private final StackPane place = new StackPane();
  private final HBox tools = new HBox();
  private final StringProperty title = new SimpleStringProperty();
  private final FittedLine detail = new FittedLine();
  private final Titled titled;
  private Picture picture;
  private EmptyState waiting;
  private boolean anew;

  public OutputView(PlotsModel plots, Lang lang, ThemeModel theme) {
    super(plots, lang, theme, "output");
    this.plots = plots;
    this.model = plots.output();
    detail.getStyleClass().add("detail");
    tools.setAlignment(Pos.CENTER_RIGHT); // on the line of the title
    titled = new Titled(title, place).fill(detail).action(tools);
    getChildren().add(titled);
    model.watch(this::inSight);
    model.kindProperty().subscribe(this::build);
    model.answerProperty().subscribe(answer -> ask());
    model.run().observation().exampleProperty().subscribe((before, now) -> {
      if (!before.undrawn().equals(now.undrawn()) || before.drawn().isPresent() != now.drawn().isPresent()) {
        mark(); // while one paints, another result arrives in every second frame
      }
    });
    mark();
    model.run().focus().unit().unitProperty().subscribe(unit -> point());
  }

  @Override
  void restyle() {
    anew = true;
    ask();
  }

  private void mark() {
    if (picture != null && model.answerProperty().get() != null) {
      picture.mark();
    }
  }

  private void point() {
    if (picture != null && model.answerProperty().get() != null) {
      picture.point();
      entitle(model.answerProperty().get());
    }
  }

  private void build(OutputModel.Kind kind) {
    plots.ownKeys().play(false);
    picture = switch (kind) {
      case NOTHING -> null;
      case BOUNDARY, SURFACE -> new PlaneView(model, lang, theme);
      case CONFUSION -> new ConfusionView(model, lang, theme);
      case GRAPH -> new NodeClassificationView(model, lang, theme);
      case WRITTEN -> new GeneratedTextView(model, lang);
      case FORECAST -> new ForecastView(model, lang, theme);
      case FIT -> new FitView(model, lang, theme);
      case PAIRS -> new PairsView(model, lang, theme);
      case PICTURES -> new ImagePredictionsView(model, lang, theme);
      case GENERATED -> new GeneratedOutput(model, lang, theme);
      case WORLD -> new EnvironmentView(model, plots.ownKeys(), plots.pulse(), lang, theme);
    };
    String name = kind.name().toLowerCase(Locale.ROOT);
    titled.meaning(new Terms(lang), kind.term());
    if (picture != null) {
      picture.onTitle(() -> entitle(model.answerProperty().get()));
    }
    entitle(null);
    waiting = new EmptyState(kind.isPlane() ? Icon.POINTS : kind == OutputModel.Kind.PICTURES ? Icon.PICTURE : Icon.TARGET,
        lang.bind(waiting(kind, name)));
    place.getChildren().setAll(waiting);
    tools.getChildren().clear();
    restyle();
  }

  private ObservableValue<Message> waiting(OutputModel.Kind kind, String name) {
    String key = "plots.empty_" + name;
    return kind == OutputModel.Kind.NOTHING ? new SimpleObjectProperty<>(Message.of(key)) : waitingFor(plots, key);
  }

  @Override
  void repaint() {
    NetworkOutput answer = model.answerProperty().get();
    show(answer == null ? waiting : picture.node());
    if (answer != null) {
      picture.show(answer, anew);
      anew = false;
    }
    entitle(answer);
    if (answer != null) {
      place.setAccessibleText(lang.say("plots.summary_output", title.get(), detail.whole(), summary(answer)));
    }
  }

  /** Title: the network's output or, while hovered, one neuron's. */
  private void entitle(NetworkOutput answer) {
    String whole = lang.say("plots.output_" + model.kindProperty().get().name().toLowerCase(Locale.ROOT));
    title.set(answer == null ? whole : picture.unit().orElse(whole));
    detail.say(answer == null ? List.of() : picture.detail(answer));
  }

  /** No change if already shown: it would lose the focus. */
  private void show(Region wanted) {
    if (place.getChildren().get(0) != wanted) {
      place.getChildren().setAll(wanted);
      tools.getChildren().setAll(picture != null && wanted != waiting ? picture.tool().stream().toList() : List.of());
    }
  }

  private String summary(NetworkOutput answer) {
    if (answer instanceof NetworkOutput.Confusion matrix) {
      return lang.say("plots.right_of", matrix.right(), matrix.known(), lang.numbers().share((double) matrix.right() / matrix.known()));
    }
    if (answer instanceof NetworkOutput.Generated) {
      return picture.detail(answer).get(0);
    }
    if (answer instanceof NetworkOutput.World world) {
      return lang.say("plots.world_summary", world.episode().moments().size(), lang.numbers().significant(world.episode().returned(), 4));
    }
    double accuracy = answer.judged().scores().accuracy();
    if (Double.isNaN(accuracy)) {
      return lang.numbers().significant(answer.judged().scores().mae(), 3);
    }
    return answer.judged().severalAnswers()
        ? lang.numbers().share(accuracy)
        : lang.say("plots.right_of", answer.judged().right(), answer.judged().rows(), lang.numbers().share(accuracy));
  }
}
