package studio.backprop.ui.workspace.environment;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Grid;
import studio.backprop.environment.ObservationVariable;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.form.NamedValues;

/** Specification of an environment: state, actions, rewards and limits. Hidden without an agent. */
public final class EnvironmentFacts extends VBox {
  private static final int DIGITS = 3;

  private final ObservableValue<Optional<Environment>> world;
  private final Lang lang;

  public EnvironmentFacts(ObservableValue<Optional<Environment>> world, Lang lang) {
    this.world = world;
    this.lang = lang;
    getStyleClass().addAll("gap-8", "environment-facts");
    Terms terms = new Terms(lang);
    NamedValues facts = new NamedValues()
        .row(lang.bind("world.state"), said(this::state)).meaning(terms, "state")
        .row(lang.bind("world.actions"), said(this::actions)).meaning(terms, "action")
        .row(lang.bind("world.reward"), said(this::reward)).meaning(terms, "reward")
        .row(lang.bind("world.limit"), said(this::limit)).meaning(terms, "episode")
        .row(lang.bind("world.solved"), said(now -> lang.say("world.solved.from", number(now.solved())))).meaning(terms, "return");
    Label ranges = Labels.wrapped("", "note", "mut");
    ranges.textProperty().bind(said(this::ranges));
    getChildren().addAll(facts, ranges);
    world.subscribe(now -> Sight.show(this, now.isPresent()));
  }

  private ObservableValue<String> said(Function<Environment, String> say) {
    return Bindings.createStringBinding(() -> world.getValue().map(say).orElse(""), world, lang.textsProperty(), lang.numbersProperty());
  }

  private String number(double value) {
    return lang.numbers().significant(value, DIGITS);
  }

  private String state(Environment now) {
    return now instanceof Grid grid ? lang.say("world.squares", grid.rows(), grid.columns())
        : lang.say("world.numbers", now.observed().size());
  }

  private String actions(Environment now) {
    return IntStream.range(0, now.actions().size()).mapToObj(action -> lang.say(now.action(action)))
        .collect(Collectors.joining("\n"));
  }

  private String reward(Environment now) {
    return now.leastReward() == now.mostReward() ? lang.say("world.reward.each", number(now.mostReward()))
        : lang.say("world.range", number(now.leastReward()), number(now.mostReward()));
  }

  private String limit(Environment now) {
    return now.limit().isPresent() ? lang.say("world.limit.steps", now.limit().getAsInt()) : lang.say("world.limit.none");
  }

  /** Typical range of each state variable; empty for a grid. */
  private String ranges(Environment now) {
    List<ObservationVariable> numbers = now instanceof Grid || now.stateSize() == 1 ? List.of() : now.observed();
    return numbers.stream().map(one -> lang.say("world.number", lang.say(one.title()),
        lang.say("world.range", number(one.low()), number(one.high())), one.unit()).strip()).collect(Collectors.joining("\n"));
  }
}
