package studio.backprop.project;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.backprop.environment.Environment;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Objective;
import studio.backprop.network.Problem;
import studio.backprop.network.Problem.Place;
import studio.backprop.project.agent.Dqn;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.project.agent.PolicyMethod;
import studio.backprop.text.Message;

/** Checks whether the network of an agent fits its environment and learning algorithm. */
final class AgentReadiness {
  /** Activations with a bounded range, unsuitable for action values. */
  private static final Set<Activation> BOUNDED =
      EnumSet.of(Activation.SOFTMAX, Activation.SIGMOID, Activation.HARD_SIGMOID, Activation.TANH);

  /** Limit per epoch: days of training, and a 32-bit counter. */
  private static final int MOST_UPDATES = 1_000_000_000;

  private final Agent agent;
  private final int batch;
  private final Network network;
  private final Analysis analysis;
  private final List<Problem> problems = new ArrayList<>();

  private AgentReadiness(Agent agent, int batch, Network network, Analysis analysis) {
    this.agent = agent;
    this.batch = batch;
    this.network = network;
    this.analysis = analysis;
  }

  /** @param batch of the project */
  static List<Problem> problems(Agent agent, int batch, Network network, Analysis analysis) {
    List<Problem> tooMany = network.critic().filter(critic -> agent.loss().isEmpty()).map(critic -> List.of(new Problem(
        critic.output().id(), Place.NETWORK, Message.of("agent.values_alone", MethodCatalog.typeOf(agent.method()).title(),
            critic.output().title())))).orElse(List.of());
    return !tooMany.isEmpty() ? tooMany
        : analysis.valid() ? new AgentReadiness(agent, batch, network, analysis).all() : analysis.problems();
  }

  private List<Problem> all() {
    Environment environment = agent.environment();
    List<Node> inputs = network.nodes().stream().filter(node -> node.layer() instanceof Input).toList();
    int seen = environment.observed().size();
    if (inputs.size() != 1) {
      add(0, Place.NETWORK, "agent.one_input", inputs.size(), environment.title());
      return problems;
    }
    long read = ((Input) inputs.get(0).layer()).shape().count();
    if (read != seen) {
      add(inputs.get(0).id(), Place.SETTINGS, "agent.input", inputs.get(0).title(), read, environment.title(), seen);
    }
    Node output = network.objective().output();
    Node last = network.sources(output.id()).get(0);
    long actions = analysis.inputShapes().get(output.id()).get(0).count();
    if (actions != environment.actions().size()) {
      add(last.id(), Place.OUTPUT, "agent.actions", environment.title(), environment.actions().size(), last.title(), actions);
    }
    loss(output);
    activation(last);
    if (agent.method() instanceof PolicyMethod) {
      network.critic().ifPresent(this::critic);
    }
    boolean wanting = agent.method() instanceof PolicyMethod method && method.needsCritic() && network.critic().isEmpty();
    if (wanting) {
      add(0, Place.NETWORK, "agent.no_critic", MethodCatalog.typeOf(agent.method()).title());
    }
    if (agent.method() instanceof Dqn dqn && dqn.memory() < batch) {
      add(0, Place.NETWORK, "agent.small_memory", dqn.memory(), batch);
    }
    if (agent.wantedPerLook(batch) > MOST_UPDATES) {
      add(0, Place.NETWORK, "agent.many_updates", agent.wantedPerLook(batch), MOST_UPDATES);
    }
    return problems;
  }

  private void loss(Node output) {
    Loss loss = ((Output) output.layer()).loss();
    Message method = MethodCatalog.typeOf(agent.method()).title();
    Optional<Loss> wanted = agent.loss();
    if (wanted.isPresent() && loss != wanted.get()) {
      add(output.id(), Place.SETTINGS, "agent.loss", output.title(), loss.title(), method, wanted.get().title());
    } else if (wanted.isEmpty() && loss.forClasses()) {
      add(output.id(), Place.SETTINGS, "agent.loss", output.title(), loss.title(), method, Loss.HUBER.title());
    }
  }

  /** Action values are unbounded; a policy needs a softmax. */
  private void activation(Node last) {
    Activation ends = last.layer().activation();
    Message method = MethodCatalog.typeOf(agent.method()).title();
    boolean policy = agent.method() instanceof PolicyMethod;
    if (policy ? ends != Activation.SOFTMAX : BOUNDED.contains(ends)) {
      add(last.id(), Place.SETTINGS, policy ? "agent.softmax" : "agent.bounded", last.title(), ends.title(), method);
    }
  }

  private void critic(Objective critic) {
    Node last = network.sources(critic.output().id()).get(0);
    long values = analysis.inputShapes().get(critic.output().id()).get(0).count();
    if (values != 1) {
      add(last.id(), Place.OUTPUT, "agent.critic_output", last.title(), values);
    }
    if (critic.loss().forClasses()) {
      add(critic.output().id(), Place.SETTINGS, "agent.critic_loss", critic.output().title(), critic.loss().title(), Loss.MSE.title());
    }
    Set<Integer> shared = new HashSet<>(leading(critic.output()));
    shared.retainAll(leading(network.objective().output()));
    network.nodes().stream().filter(node -> shared.contains(node.weights()) && !analysis.parameters(node).isEmpty()).findFirst()
        .ifPresent(node -> add(node.id(), Place.OUTPUT, "agent.shared", node.title()));
  }

  private Set<Integer> leading(Node output) {
    return network.nodes().stream().filter(node -> network.leads(node.id(), output.id())).map(Node::weights).collect(Collectors.toSet());
  }

  private void add(int node, Place place, String key, Object... args) {
    problems.add(new Problem(node, place, Message.of(key, args)));
  }
}
