package studio.backprop.ui.design.inspector;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Environments;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.text.Message;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.agent.EpisodeCurves;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.form.Choice;
import studio.backprop.ui.kit.form.FormGrid;
import studio.backprop.ui.kit.form.FormView;
import studio.backprop.ui.kit.form.NamedValues;
import studio.backprop.ui.workspace.environment.EpsilonSlider;

/** Agent page: environment, method, and the last update in numbers. */
final class AgentPage extends VBox {
  private static final int DIGITS = 5;

  private final AgentModel model;
  private final Lang lang;
  private final StringProperty episodes = new SimpleStringProperty("–");
  private final StringProperty taken = new SimpleStringProperty("–");
  private final StringProperty updates = new SimpleStringProperty("–");
  private final StringProperty meanReturn = new SimpleStringProperty("");
  private final StringProperty greedyReturn = new SimpleStringProperty("");
  private final StringProperty memory = new SimpleStringProperty("");
  private final StringProperty behind = new SimpleStringProperty("");
  private final AgentStep step;

  AgentPage(AgentModel model, Lang lang, Hints hints, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    getStyleClass().addAll("gap-8", "agent-page");
    Label heading = new Label();
    heading.getStyleClass().add("strong");
    heading.textProperty().bind(lang.bind("agent.title"));
    new Terms(lang).explain(heading, "agent");
    Label about = new Label();
    about.setWrapText(true);
    about.getStyleClass().addAll("note", "mut");
    about.textProperty().bind(lang.bind(model.worldProperty().map(environment ->
        environment.map(Environment::help).orElse(Message.of("agent.title")))));
    FormGrid grid = new FormGrid(lang, hints, model::settle);
    Choice<Environment> environment = new Choice<>(lang, Environments.all(), Environment::title, lang.bind("agent.world"));
    environment.keep(model.worldProperty().map(now -> now.orElse(Environments.all().get(0))), model::choose);
    grid.row(Message.of("agent.world"), Message.of("agent.world.help"), environment);
    VariantModel<AgentMethod> method = model.method();
    Choice<RecordKind<AgentMethod>> choice = new Choice<>(lang, method.variants(), RecordKind::title, lang.bind("agent.method"));
    choice.keep(method.variantProperty(), method::choose);
    hints.explain(choice, "inspector.variant", lang.bind("agent.method"), lang.bind(method.variantProperty().map(RecordKind::help)));
    grid.row(Message.of("agent.method"), Message.of("agent.method.help"), choice);
    VBox settings = new VBox();
    method.formProperty().subscribe(form -> settings.getChildren().setAll(new FormView<>(lang, hints, form)));
    FormGrid pace = new FormGrid(lang, hints, model::settle);
    pace.row(Message.of("agent.look"), Message.of("agent.look.help"), new NumberField(lang, model.look(), lang.bind("agent.look")));
    step = new AgentStep(model, lang);
    EpsilonSlider epsilon = new EpsilonSlider(model.exploration(), "epsilon", "agent.epsilon_now", lang, hints);
    getChildren().addAll(heading, about, grid, new MapEditor(model, lang, hints, theme), epsilon, step, settings, pace, standing(), rule());
    model.onNews(this::show);
    model.actsProperty().subscribe(acts -> Sight.show(this, acts));
    lang.whenWrittenAnew(this::show);
  }

  private NamedValues standing() {
    Terms terms = new Terms(lang);
    return new NamedValues()
        .row(lang.bind("agent.episodes"), episodes).meaning(terms, "episode")
        .row(lang.bind("agent.taken"), taken)
        .row(lang.bind("agent.updates_done"), updates)
        .row(lang.bind("agent.mean_return"), meanReturn, lang.bind("agent.mean_return.detail")).meaning(terms, "exploration")
        .row(lang.bind("agent.greedy_return"), greedyReturn, lang.bind("agent.greedy_return.detail")).meaning(terms, "policy")
        .row(lang.bind("agent.remembered"), memory).meaning(terms, "replay-memory")
        .row(lang.bind("agent.behind"), behind).meaning(terms, "target-network");
  }

  private void show() {
    Optional<AgentSnapshot> sight = model.sight();
    episodes.set(sight.map(seen -> lang.numbers().whole(seen.episodes().count())).orElse("–"));
    Optional<EpisodeCurves> curves = sight.map(AgentSnapshot::episodes);
    updates.set(model.step().isPresent() ? lang.numbers().whole(model.step().getAsLong()) : "–");
    meanReturn.set(curves.filter(known -> known.count() > 0).map(known -> said(known.mean(known.count() - 1))).orElse(""));
    greedyReturn.set(curves.filter(known -> known.looks() > 0).map(known -> said(known.look(known.looks() - 1))).orElse(""));
    taken.set(sight.map(seen -> lang.numbers().whole(seen.taken())).orElse("–"));
    memory.set(sight.flatMap(AgentSnapshot::memory).map(seen -> lang.say("agent.of", seen.size(), seen.capacity())).orElse(""));
    behind.set(sight.filter(seen -> !Double.isNaN(seen.behind())).map(seen -> said(seen.behind())).orElse(""));
    step.show();
  }

  private String said(double value) {
    return lang.numbers().significant(value, DIGITS);
  }

  private static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    return rule;
  }
}
