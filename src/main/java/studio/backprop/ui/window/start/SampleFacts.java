package studio.backprop.ui.window.start;

import studio.backprop.text.Message;

/**
 * What a sample's card shows.
 *
 * @param line what kind of network it is
 * @param convolves whether it belongs to the group of convolutions
 * @param preview its data, in numbers
 */
record SampleFacts(Message line, boolean convolves, SamplePreview preview) {
  SampleFacts with(SamplePreview better) {
    return new SampleFacts(line, convolves, better);
  }
}
