package studio.backprop.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.data.Part;
import studio.backprop.data.Progress;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.layer.Embedding;
import studio.backprop.layer.Input;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.observe.Activations;
import studio.backprop.observe.Example;
import studio.backprop.observe.SnapshotPublisher;
import studio.backprop.plan.Parameter;
import studio.backprop.store.Sample;
import studio.backprop.text.Message;
import studio.backprop.train.Session;

class RehearsalTest {
  private static Session session(String sample) throws Exception {
    return EverySampleTest.session(Sample.find(sample).orElseThrow());
  }

  /** Stops after so many ops. */
  private static final class Impatient implements Progress {
    private int left;
    private long heard;

    Impatient(int ops) {
      left = ops;
    }

    @Override
    public void at(long done, long total) {
      heard++;
    }

    @Override
    public boolean cancelled() {
      left--;
      return left < 0;
    }
  }

  @Test
  void aShareIsTheGradientOfThatExamplesLoss() throws Exception {
    Session session = session("circles");
    Rehearsal rehearsal = Rehearsal.of(session, null).orElseThrow();
    Parameter parameter = session.parameters().learned().get(0);
    Explanation batch = rehearsal.explain(new Subject(parameter.node(), parameter.name(), -1), -1).orElseThrow();
    List<Share> shares = rehearsal.shares(batch.subject());
    assertThat(shares).hasSize(rehearsal.rows().length);
    for (int row : new int[] {0, 3, shares.size() - 1}) {
      assertThat(rehearsal.explain(batch.subject(), row).orElseThrow().gradient())
          .isCloseTo(shares.get(row).gradient(), Offset.offset(1e-6));
    }
  }

  @Test
  void aDrawingIsExplainedAsTheProbeShowsItAndLeavesTheStepAsItIs() throws Exception {
    Session session = session("digits-cnn");
    float[] picture = new float[64];
    session.data().copyRawInput(Part.VALIDATION, 5, picture);
    DrawnExample drawn = new DrawnExample(session.data(), picture, session.data().classOf(Part.VALIDATION, 5));
    SnapshotPublisher probe = new SnapshotPublisher(session);
    probe.choose(Example.FIRST.drawn(drawn));
    probe.show();
    Activations seen = probe.mailbox().take().activations();
    Parameter last = session.parameters().learned().get(session.parameters().learned().size() - 1);
    Rehearsal rehearsal = Rehearsal.of(session, null, Optional.of(drawn)).orElseThrow();
    assertThat(rehearsal.knowsLoss(0)).isTrue();
    Explanation found = rehearsal.explain(new Subject(last.node(), null, 4), 0).orElseThrow();
    assertThat(found.loss()).isCloseTo(seen.loss(), Offset.offset(1e-5));
    assertThat(found.gradient()).isCloseTo((double) seen.gradient(last.node())[4], Offset.offset(1e-5));
    Explanation ofStep = Rehearsal.of(session, rehearsal).orElseThrow().explain(new Subject(last.node(), null, 4), 0).orElseThrow();
    assertThat(ofStep.gradient())
        .isEqualTo(Rehearsal.of(session, null).orElseThrow().explain(new Subject(last.node(), null, 4), 0).orElseThrow().gradient());
    DrawnExample unknown = new DrawnExample(session.data(), picture, DrawnExample.UNKNOWN);
    assertThat(Rehearsal.of(session, rehearsal, Optional.of(unknown)).orElseThrow().knowsLoss(0)).isFalse();
  }

  @Test
  void anOutputIsWrittenAsTheSumThatItIsWithEachInputBesideItsWeight() throws Exception {
    Session session = session("circles");
    Rehearsal rehearsal = Rehearsal.of(session, null).orElseThrow();
    int node = session.parameters().learned().get(2).node();
    Explanation explanation = rehearsal.explain(new Subject(node, null, 1), 2).orElseThrow();
    OpLine sum = explanation.forward().get(explanation.forward().size() - 1);
    assertThat(sum.sum()).isTrue();
    List<Term> products = sum.terms().stream().filter(term -> term.factor() != 1).toList();
    assertThat(products).isNotEmpty().allSatisfy(term -> {
      Place partner = term.partner().orElseThrow();
      assertThat(partner.value()).isEqualTo(term.factor());
      assertThat(partner.index().get(0)).isEqualTo(term.place().index().get(0)); // w₄₂ meets a₄
    });
  }

  @Test
  void whereAReluBlocksTheGradientItsFactorOfZeroIsShown() throws Exception {
    Session session = session("circles");
    Rehearsal rehearsal = Rehearsal.of(session, null).orElseThrow();
    Parameter parameter = session.parameters().learned().get(0);
    List<Explanation> silent = IntStream.range(0, parameter.tensor().count())
        .mapToObj(place -> rehearsal.explain(new Subject(parameter.node(), parameter.name(), place), 0).orElseThrow())
        .filter(explanation -> explanation.gradient() == 0).toList();
    assertThat(silent).isNotEmpty().allSatisfy(explanation -> {
      assertThat(explanation.others()).isZero();
      assertThat(explanation.paths()).singleElement().satisfies(path -> {
        assertThat(path.factors()).filteredOn(factor -> factor.value() == 0).singleElement().extracting(Factor::type).isEqualTo("Relu");
        assertThat(path.factors().get(0).to().symbol()).isEqualTo("L");
        assertThat(path.product()).isZero();
      });
    });
  }

  @Test
  void whatAFunctionBendsHasAnotherLetterThanWhatItGives() throws Exception {
    Session session = session("karate-club");
    Rehearsal rehearsal = Rehearsal.of(session, null).orElseThrow();
    Parameter parameter = session.parameters().learned().get(0);
    Factor tanh = rehearsal.explain(new Subject(parameter.node(), parameter.name(), -1), 0).orElseThrow().paths().get(0).factors().stream()
        .filter(factor -> factor.type().equals("Tanh")).findFirst().orElseThrow();
    assertThat(tanh.to().symbol()).startsWith("a_");
    assertThat(tanh.from().symbol()).startsWith("s_");
  }

  @Test
  void aBentFunctionIsDrawnByTheOpItself() throws Exception {
    Session session = session("spirals");
    Rehearsal rehearsal = Rehearsal.of(session, null).orElseThrow();
    Parameter parameter = session.parameters().learned().get(0);
    Factor tanh = rehearsal.explain(new Subject(parameter.node(), parameter.name(), -1), 2).orElseThrow().paths().get(0).factors().stream()
        .filter(factor -> factor.type().equals("Tanh")).findFirst().orElseThrow();
    OpCurve curve = tanh.curve().orElseThrow();
    assertThat(curve.points()).allSatisfy(point -> assertThat(point.y()).isCloseTo(Math.tanh(point.x()), Offset.offset(1e-6)));
    assertThat(curve.slope()).isCloseTo(1 - curve.y() * curve.y(), Offset.offset(1e-6));
    assertThat(tanh.code().orElseThrow().backward()).last().asString().contains("1f - y[i] * y[i]");
  }

  @Test
  void aPixelHasAGradientThatACentralDifferenceConfirms() throws Exception {
    Session session = session("digits-cnn");
    Rehearsal rehearsal = Rehearsal.of(session, null).orElseThrow();
    Node input = session.project().network().nodes().stream().filter(node -> node.layer() instanceof Input).findFirst().orElseThrow();
    Explanation pixel = rehearsal.explain(new Subject(input.id(), null, -1), 3).orElseThrow();
    assertThat(pixel.gradient()).isNotZero();
    assertThat(pixel.forward()).isEmpty();
    assertThat(rehearsal.check(pixel.subject(), 3).difference()).isLessThan(1e-2);
    Explanation inBatch = rehearsal.explain(new Subject(input.id(), null, pixel.subject().place()), -1).orElseThrow();
    assertThat(inBatch.place().row()).isZero();
  }

  @Test
  void tokensHaveNoSlopeAndThatIsSaid() throws Exception {
    Session session = session("names-lstm");
    Rehearsal rehearsal = Rehearsal.of(session, null).orElseThrow();
    Network network = session.project().network();
    Node embedding = network.nodes().stream().filter(node -> node.layer() instanceof Embedding).findFirst().orElseThrow();
    Subject tokens = new Subject(network.sources(embedding.id()).get(0).id(), null, -1);
    assertThat(rehearsal.explain(tokens, 0)).isEmpty();
    assertThat(rehearsal.whyNot(tokens)).map(Message::toString).hasValueSatisfying(said -> assertThat(said).contains("embedding"));
    assertThat(rehearsal.whyNot(new Subject(embedding.id(), null, -1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 9, 20, 30})
  void whoStopsAnAnswerGetsTheNextOneRight(int ops) throws Exception {
    Session session = session("digits-residual");
    session.step();
    Parameter parameter = session.parameters().learned().get(0);
    Subject subject = new Subject(parameter.node(), parameter.name(), 5);
    Explanation undisturbed = Rehearsal.of(session, null).orElseThrow().explain(subject, 1).orElseThrow();
    Rehearsal rehearsal = Rehearsal.of(session, null).orElseThrow();
    assertThatThrownBy(() -> rehearsal.explain(subject, 1, new Impatient(ops))).isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> rehearsal.shares(subject, new Impatient(ops % 20))).isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> rehearsal.check(subject, 1, new Impatient(ops))).isInstanceOf(CancellationException.class);
    assertThat(rehearsal.explain(subject, 1)).isEqualTo(Optional.of(undisturbed));
  }

  @Test
  void anAnswerTellsHowFarItIs() throws Exception {
    Session session = session("circles");
    Parameter parameter = session.parameters().learned().get(0);
    Impatient patient = new Impatient(1_000_000);
    Rehearsal.of(session, null).orElseThrow().explain(new Subject(parameter.node(), parameter.name(), 0), 0, patient);
    assertThat(patient.heard).isGreaterThan(session.plan().steps().size());
  }

  /** A check goes through the network many times; whoever waits sees one bar that grows, however many passes there are. */
  @Test
  void aCheckIsToldAsOnePieceOfWork() throws Exception {
    Session session = session("circles");
    Parameter parameter = session.parameters().learned().get(0);
    List<Double> shares = new ArrayList<>();
    Rehearsal.of(session, null).orElseThrow().check(new Subject(parameter.node(), parameter.name(), 0), 0, new Progress() {
      @Override
      public void at(long done, long total) {
        shares.add((double) done / total);
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    });
    List<Double> asPlanned = shares.stream().filter(share -> share < (CentralDifference.PASSES - 1.0) / CentralDifference.PASSES).toList();
    assertThat(asPlanned).isSorted().hasSizeGreaterThan(CentralDifference.PASSES);
    assertThat(shares.get(0)).isLessThan(0.1);
    assertThat(shares.get(shares.size() - 1)).isBetween(0.8, 1.0);
  }

  @Test
  void aBrokenAnswerIsASentence() {
    assertThat(Unexplained.failed(new RuntimeException(new OutOfMemoryError("heap"))).toString()).contains("memory");
    assertThat(Unexplained.failed(new IllegalStateException("no such row")).toString()).contains("no such row");
  }
}
