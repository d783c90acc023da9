package studio.backprop.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.plan.Parameter;
import studio.backprop.project.Adversarial;
import studio.backprop.project.Project;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Session;

/** Some numbers of each sample's network, against the step that is really taken. Which ones differs from sample to sample. */
class EverySampleTest {
  private static final int WEIGHTS = 3;
  private static final double EQUAL = 1e-5;

  static Stream<Sample> samples() {
    return Sample.all().stream();
  }

  static Session session(Sample sample) throws Exception {
    Project project = ProjectFile.read(sample.name(), sample.open()).saved().project();
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    return new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsShownIsWhatTheStepDoes(Sample sample) throws Exception {
    Session session = session(sample);
    session.step();
    Rehearsal rehearsal = Rehearsal.of(session, null).orElseThrow();
    SplittableRandom random = new SplittableRandom(sample.name().hashCode());
    List<Explanation> weights = new ArrayList<>();
    List<Update> updates = new ArrayList<>();
    for (Subject subject : weights(session, random)) {
      rehearsal = Rehearsal.of(session, rehearsal, subject.node()).orElseThrow(); // of an actor and its critic, whose weight it is
      if (rehearsal.whyNot(subject).isPresent()) {
        continue; // it rests in this turn
      }
      Explanation batch = explain(rehearsal, subject, Slopes.ALL);
      explain(rehearsal, batch.subject(), rehearsal.rows().length / 2);
      checkShares(rehearsal, batch);
      check(rehearsal.check(batch.subject(), Slopes.ALL), batch);
      weights.add(batch);
      updates.add(rehearsal.update(batch.subject()));
    }
    Rehearsal last = rehearsal;
    for (Subject subject : outputs(session, rehearsal, random)) {
      explain(rehearsal, subject, Slopes.ALL);
      Explanation one = explain(rehearsal, subject, rehearsal.rows().length - 1);
      if (session.plan().output(subject.node()).isPresent() && one.forward().isEmpty()) { // a number of the data
        check(rehearsal.check(one.subject(), one.row()), one);
      }
    }
    session.step();
    for (int i = 0; i < weights.size(); i++) {
      checkStep(session, weights.get(i), updates.get(i));
    }
  }

  private static Explanation explain(Rehearsal rehearsal, Subject subject, int row) {
    Explanation explanation = rehearsal.explain(subject, row).orElseThrow();
    Sound.check(explanation, subject);
    return explanation;
  }

  private static List<Subject> weights(Session session, SplittableRandom random) {
    List<Parameter> learned = session.parameters().learned();
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < WEIGHTS; i++) {
      Parameter parameter = learned.get(random.nextInt(learned.size()));
      subjects.add(new Subject(parameter.node(), parameter.name(), i == 0 ? -1 : random.nextInt(parameter.tensor().count())));
    }
    return subjects;
  }

  /** The steepest output of some nodes, and of each input. */
  private static List<Subject> outputs(Session session, Rehearsal rehearsal, SplittableRandom random) {
    List<Integer> nodes = new ArrayList<>(session.project().network().nodes().stream().map(node -> node.id()).toList());
    int some = nodes.get(random.nextInt(nodes.size()));
    return nodes.stream().filter(node -> node == some || session.project().network().sources(node).isEmpty())
        .map(node -> new Subject(node, null, -1))
        .filter(subject -> rehearsal.whyNot(subject).isEmpty()).toList();
  }

  private static void checkShares(Rehearsal rehearsal, Explanation batch) {
    List<Share> shares = rehearsal.shares(batch.subject());
    double mean = shares.stream().mapToDouble(Share::gradient).average().orElseThrow();
    double largest = shares.stream().mapToDouble(share -> Math.abs(share.gradient())).max().orElseThrow();
    assertThat(mean).as("%s", batch.subject()).isCloseTo(batch.gradient(), Offset.offset(EQUAL * largest + 1e-12));
  }

  private static void check(CentralDifference difference, Explanation of) {
    assertThat(difference.gradient()).isEqualTo(of.gradient());
    assertThat(difference.difference() <= 1e-3 || difference.fine().isPresent()).isTrue();
    switch (difference.verdict()) {
      case AGREES -> assertThat(difference.difference()).isLessThanOrEqualTo(1e-2);
      case TOO_SMALL -> assertThat(Math.abs(difference.gradient())).as("%s of %s", difference, of.subject())
          .isLessThan(100 * difference.noise());
      case CORNER -> assertThat(difference.corners()).isNotEmpty();
      case DISAGREES -> assertThat(difference).as("of %s", of.subject()).isNull();
    }
  }

  /** After the step: the gradient, the loss and the weight are those that were foretold, to the bit. */
  private static void checkStep(Session after, Explanation foretold, Update update) {
    Subject subject = foretold.subject();
    Tensor tensor = after.parameters().find(subject.node(), subject.parameter()).orElseThrow().tensor();
    int row = subject.place() / tensor.rowCount();
    int place = subject.place() % tensor.rowCount();
    assertThat(update.gradient()).isEqualTo(foretold.gradient());
    assertThat(tensor.gradAt(row, place)).as("%s", subject).isEqualTo((float) update.changed());
    assertThat(tensor.get(row, place)).as("%s", subject).isEqualTo((float) update.after());
    boolean first = after.project().assignment() instanceof Adversarial; // the turn that was explained; another one ended the step
    assertThat(first ? after.loss() : after.planOf(subject.node()).lossValue()).isEqualTo(foretold.loss());
    double told = update.lines().get(update.lines().size() - 1).value();
    assertThat(told).as("%s", update).isCloseTo(update.after(), Offset.offset(EQUAL * Math.max(Math.abs(update.after()), 1e-3)));
  }
}
