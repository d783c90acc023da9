package studio.backprop.ui.design.inspector;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backprop.environment.Environment;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.project.agent.Dqn;
import studio.backprop.project.agent.Sarsa;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.agent.RolloutSnapshot;
import studio.backprop.train.agent.Transition;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.form.NamedValues;
import studio.backprop.ui.workspace.environment.TakenAction;

/** Last update for its first example, in numbers: target and TD error of a value method, advantage of a policy. */
final class AgentStep extends VBox {
  private static final int DIGITS = 4;
  private static final String NONE = "–";

  private final AgentModel model;
  private final Lang lang;
  private final Label title = new Label();
  private final Label note = new Label();
  private final StringProperty action = new SimpleStringProperty(NONE);
  private final StringProperty reward = new SimpleStringProperty(NONE);
  private final StringProperty nextName = new SimpleStringProperty(NONE);
  private final StringProperty next = new SimpleStringProperty(NONE);
  private final StringProperty target = new SimpleStringProperty(NONE);
  private final StringProperty value = new SimpleStringProperty(NONE);
  private final StringProperty error = new SimpleStringProperty(NONE);
  private final StringProperty probability = new SimpleStringProperty(NONE);
  private final StringProperty advantage = new SimpleStringProperty(NONE);
  private final StringProperty wanted = new SimpleStringProperty(NONE);
  private final NamedValues ofValues;
  private final NamedValues ofPolicy;

  AgentStep(AgentModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
    getStyleClass().add("gap-8");
    title.getStyleClass().add("strong");
    title.textProperty().bind(lang.bind("agent.last_update"));
    note.getStyleClass().addAll("note", "mut");
    note.setWrapText(true);
    Terms terms = new Terms(lang);
    ofValues = new NamedValues()
        .row(lang.bind("agent.value.action"), action).meaning(terms, "exploration")
        .row(lang.bind("agent.value.reward"), reward).meaning(terms, "reward")
        .row(nextName, next).meaning(terms, "q-value")
        .row(lang.bind("agent.value.target"), target).breaking().meaning(terms, "td-error")
        .row(lang.bind("agent.value.now"), value).meaning(terms, "q-value")
        .row(lang.bind("agent.value.error"), error).meaning(terms, "td-error");
    ofPolicy = new NamedValues()
        .row(lang.bind("agent.value.action"), action).meaning(terms, "exploration")
        .row(lang.bind("agent.value.probability"), probability).meaning(terms, "policy")
        .row(lang.bind("agent.value.advantage"), advantage).meaning(terms, "advantage")
        .row(lang.bind("agent.value.wanted"), wanted).meaning(terms, "return");
    getChildren().addAll(title, ofValues, ofPolicy, note);
  }

  void show() {
    Optional<AgentSnapshot> sight = model.sight();
    Optional<Transition> last = sight.flatMap(AgentSnapshot::last);
    Optional<RolloutSnapshot.Example> drawn = sight.flatMap(AgentSnapshot::rollout).map(RolloutSnapshot::first);
    Sight.show(ofValues, last.isPresent());
    Sight.show(ofPolicy, drawn.isPresent());
    Sight.show(this, last.isPresent() || drawn.isPresent());
    sight.flatMap(seen -> TakenAction.of(seen).map(taken -> lang.say(taken.said(seen.world())))).ifPresent(action::set);
    last.ifPresent(step -> values(sight.orElseThrow().world(), step));
    drawn.ifPresent(this::policy);
  }

  private void values(Environment environment, Transition step) {
    AgentMethod method = model.learnsBy();
    String after = step.nextAction() < 0 ? "" : lang.say(environment.action(step.nextAction()));
    reward.set(said(step.reward()));
    nextName.set(lang.say(nextOf(method)));
    next.set(step.terminated() ? lang.say("agent.value.ended") : lang.say("agent.value.of", said(step.next()), after));
    target.set(lang.say("agent.value.sum", said(step.reward()), said(method.discount()), factor(step.terminated() ? 0 : step.next()),
        said(step.target())));
    boolean known = !Double.isNaN(step.value());
    value.set(known ? said(step.value()) : NONE);
    error.set(known ? said(step.error()) : NONE);
    note.setText(lang.say("agent.value.note"));
  }

  /** Symbol of the value of the next state. */
  private static String nextOf(AgentMethod method) {
    return method instanceof Sarsa ? "agent.value.next"
        : method instanceof Dqn dqn ? dqn.doubled() ? "agent.value.next.double" : "agent.value.next.target" : "agent.value.next.max";
  }

  private void policy(RolloutSnapshot.Example example) {
    probability.set(lang.numbers().chance(example.probability()));
    advantage.set(said(example.advantage()));
    wanted.set(said(example.wanted()));
    note.setText(lang.say("agent.value.note.policy"));
  }

  /** Factor of a product; a negative one in brackets. */
  private String factor(double number) {
    return number < 0 ? "(" + said(number) + ")" : said(number);
  }

  private String said(double number) {
    return lang.numbers().significant(number, DIGITS);
  }
}
