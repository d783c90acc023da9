package studio.backprop.layer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.tensor.Shape;

/**
 * Dependencies between inputs and outputs of a layer, for one example; composed over all layers they give the exact receptive field.
 * Indices are row-major, from 0. Independent of the weights: for a max pool the whole window.
 */
public interface Ties {
  /** Compact form for image layers. */
  Reach reach();

  /** Inputs that a set of outputs depends on: a set for each input tensor. */
  List<BitSet> sources(BitSet answers);

  /** Outputs that depend on a set of an input's numbers. */
  BitSet answers(int input, BitSet numbers);

  /** The same dependencies with another compact form. */
  default Ties seeing(Reach reach) {
    Ties ties = this;
    return new Ties() {
      @Override
      public Reach reach() {
        return reach;
      }

      @Override
      public List<BitSet> sources(BitSet answers) {
        return ties.sources(answers);
      }

      @Override
      public BitSet answers(int input, BitSet numbers) {
        return ties.answers(input, numbers);
      }
    };
  }

  /** Elementwise. */
  static Ties same(int inputs) {
    return new Ties() {
      @Override
      public Reach reach() {
        return Reach.PLACE;
      }

      @Override
      public List<BitSet> sources(BitSet answers) {
        return IntStream.range(0, inputs).mapToObj(i -> (BitSet) answers.clone()).toList();
      }

      @Override
      public BitSet answers(int input, BitSet numbers) {
        return (BitSet) numbers.clone();
      }
    };
  }

  /** All on all. */
  static Ties whole(List<Shape> inputs, Shape answer) {
    return new Ties() {
      @Override
      public Reach reach() {
        return Reach.WHOLE;
      }

      @Override
      public List<BitSet> sources(BitSet answers) {
        return inputs.stream().map(shape -> all(answers.isEmpty() ? 0 : (int) shape.count())).toList();
      }

      @Override
      public BitSet answers(int input, BitSet numbers) {
        return all(numbers.isEmpty() ? 0 : (int) answer.count());
      }
    };
  }

  /** Row by row. @param in numbers in a row of the input */
  static Ties rows(int in, int out) {
    return new Ties() {
      @Override
      public Reach reach() {
        return in == 1 ? Reach.PLACE : Reach.WHOLE;
      }

      @Override
      public List<BitSet> sources(BitSet answers) {
        return List.of(spread(answers, out, in));
      }

      @Override
      public BitSet answers(int input, BitSet numbers) {
        return spread(numbers, in, out);
      }
    };
  }

  /** Permutation of the inputs. @param route for each output its index among the concatenated inputs */
  static Ties moved(List<Shape> inputs, int[] route) {
    return new Ties() {
      @Override
      public Reach reach() {
        return Reach.PLACE;
      }

      @Override
      public List<BitSet> sources(BitSet answers) {
        BitSet among = new BitSet();
        answers.stream().forEach(answer -> among.set(route[answer]));
        List<BitSet> sources = new ArrayList<>();
        int first = 0;
        for (Shape shape : inputs) {
          sources.add(among.get(first, first + (int) shape.count()));
          first += (int) shape.count();
        }
        return sources;
      }

      @Override
      public BitSet answers(int input, BitSet numbers) {
        int first = (int) inputs.stream().limit(input).mapToLong(Shape::count).sum();
        int end = first + (int) inputs.get(input).count();
        BitSet answers = new BitSet();
        IntStream.range(0, route.length).filter(i -> route[i] >= first && route[i] < end && numbers.get(route[i] - first))
            .forEach(answers::set);
        return answers;
      }
    };
  }

  private static BitSet all(int count) {
    BitSet all = new BitSet(count);
    all.set(0, count);
    return all;
  }

  private static BitSet spread(BitSet places, int from, int to) {
    BitSet spread = new BitSet();
    for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit((place / from + 1) * from)) {
      spread.set(place / from * to, (place / from + 1) * to);
    }
    return spread;
  }
}
