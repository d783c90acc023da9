package studio.backprop.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.optim.Optimizer;
import studio.backprop.project.WhoTrains;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;
import studio.backprop.train.judge.GeneratorView;
import studio.backprop.ui.form.Choice;
import studio.backprop.ui.form.FormGrid;
import studio.backprop.ui.form.FormView;
import studio.backprop.ui.form.Kept;
import studio.backprop.ui.form.NamedValues;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.Terms;

/** The part of the project's page that is about a generator and a discriminator: who trains, how, and what comes of it. */
final class AdversarialPart extends VBox {
  private static final int DIGITS = 3;

  private final AdversarialModel model;
  private final Lang lang;
  private final Hints hints;

  AdversarialPart(AdversarialModel model, Lang lang, Hints hints) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    getStyleClass().add("gap-8");
    managedProperty().bind(visibleProperty());
    model.there().subscribe(this::show);
  }

  private void show(boolean there) {
    setVisible(there);
    if (there && getChildren().isEmpty()) {
      getChildren().setAll(heading("adversarial.title", "generator"), trains(), new FormView<>(lang, hints, model.form()), optimizer(),
          rule(), heading("adversarial.believes", "discriminator"), beliefs(),
          heading("adversarial.point", "latent-vector"), point(), rule());
    }
  }

  private Label heading(String key, String term) {
    Label heading = new Label();
    heading.getStyleClass().add("strong");
    heading.textProperty().bind(lang.bind(key));
    new Terms(lang).explain(heading, term);
    return heading;
  }

  private FormGrid trains() {
    Segmented<WhoTrains> who = new Segmented<>(lang.bind("adversarial.trains"));
    for (WhoTrains one : WhoTrains.values()) {
      who.add(one, lang.bind(Setting.choiceTitle(one).key()));
    }
    Kept.choice(who.valueProperty(), model.trains(), model::train);
    FormGrid grid = new FormGrid(lang, hints, () -> {});
    grid.wide(Message.of("adversarial.trains"), Message.of("adversarial.trains.help"), who);
    return grid;
  }

  private VBox optimizer() {
    List<Optional<RecordKind<Optimizer>>> kinds = new ArrayList<>(List.of(Optional.empty()));
    RecordKind.OPTIMIZERS.forEach(kind -> kinds.add(Optional.of(kind)));
    Choice<Optional<RecordKind<Optimizer>>> choice = new Choice<>(lang, kinds,
        kind -> kind.map(RecordKind::title).orElseGet(() -> Message.of("adversarial.optimizer.same")), lang.bind("adversarial.optimizer"));
    choice.keep(model.optimizer(), model::optimize);
    FormGrid grid = new FormGrid(lang, hints, () -> {});
    grid.row(Message.of("adversarial.optimizer"), Message.of("adversarial.optimizer.help"), choice);
    VBox settings = new VBox();
    settings.managedProperty().bind(model.optimizerForm().map(form -> form.filter(own -> !own.settings().isEmpty()).isPresent()));
    model.optimizerForm().subscribe(form -> settings.getChildren().setAll(
        form.map(own -> List.of(new FormView<>(lang, hints, own))).orElse(List.of())));
    VBox box = new VBox(grid, settings);
    box.getStyleClass().add("gap-8");
    return box;
  }

  private NamedValues beliefs() {
    return new NamedValues()
        .row(lang.bind("adversarial.on_real"), said(seen -> number(seen.meanReal())))
        .row(lang.bind("adversarial.on_generated"), said(seen -> number(seen.meanGenerated())), lang.bind("adversarial.balance"))
        .row(lang.bind("adversarial.right"), said(seen -> lang.numbers().percent(seen.right())), lang.bind("adversarial.right.detail"))
        .row(lang.bind("adversarial.slope"), said(seen -> number(seen.slope())), lang.bind("adversarial.slope.detail"));
  }

  private NamedValues point() {
    return new NamedValues()
        .row(lang.bind("adversarial.point.number"), said(seen -> lang.numbers().whole(model.generator().told() + 1L)),
            lang.bind("adversarial.point.detail"))
        .row(lang.bind("adversarial.z"), said(seen -> vector(seen.z(), seen.latent())))
        .row(lang.bind("adversarial.x"), said(seen -> vector(seen.generated(), seen.numbers())))
        .row(lang.bind("adversarial.said"), said(seen -> number(seen.said()[model.generator().told()])))
        .row(lang.bind("adversarial.pull"), said(seen -> vector(seen.pull(), seen.numbers())))
        .row(lang.bind("adversarial.nearest"), said(this::nearest));
  }

  private String nearest(GeneratorView seen) {
    int told = model.generator().told();
    int mode = seen.nearestMode(told);
    return mode < 0 ? lang.say("adversarial.none") : lang.say("adversarial.away", mode + 1, number(seen.distance(told, mode)));
  }

  /** Of few numbers all, of many the length. */
  private String vector(float[] all, int width) {
    int told = model.generator().told();
    if (width > 2) {
      double squares = 0;
      for (int i = 0; i < width; i++) {
        squares += (double) all[told * width + i] * all[told * width + i];
      }
      return lang.say("adversarial.length", width, number(Math.sqrt(squares)));
    }
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < width; i++) {
      text.append(i == 0 ? "" : ", ").append(number(all[told * width + i]));
    }
    return text.append(")").toString();
  }

  private String number(double value) {
    return lang.numbers().significant(value, DIGITS);
  }

  /** How something of the newest answer is said. */
  @FunctionalInterface
  private interface Saying {
    String of(GeneratorView seen);
  }

  private ObservableValue<String> said(Saying saying) {
    return Bindings.createStringBinding(() -> {
      GeneratorView seen = model.generator().lookProperty().get();
      return seen == null ? lang.say("adversarial.none") : saying.of(seen);
    }, model.generator().lookProperty(), model.generator().pointProperty(), lang.textsProperty());
  }

  private static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    return rule;
  }
}
