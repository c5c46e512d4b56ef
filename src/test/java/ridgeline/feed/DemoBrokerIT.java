package ridgeline.feed;

import ridgeline.demo.DemoBroker;

/** The demo's broker repeats under new packet ids and unmarked: there, a reading that carries its time is stored once. */
class DemoBrokerIT extends BrokerContract {
    private DemoBroker broker;

    @Override
    int start() {
        broker = DemoBroker.start(folder.resolve("broker"));
        return broker.port();
    }

    @Override
    void stop() {
        broker.close();
    }

    @Override
    boolean marksWhatItRepeats() {
        return false;
    }
}
