namespace Broadsheet.Formats.NewsMlG2;

/// <summary>
/// The aliases of IPTC's own catalogue (<c>catalog.IPTC-G2-Standards</c>, versions 32 to 41) and their schemes, so that
/// no network is needed to read a qcode. An alias has never changed its scheme between these versions.
/// </summary>
internal static class IptcSchemes
{
    private const string NewsCodes = "http://cv.iptc.org/newscodes/";
    private const string External = "http://cvx.iptc.org/";

    private const string InNewsCodes = """
        acdc=audiocodec altidrole=altidrole aoprop=aoproperty app=application aspfacet=asportfacet aspfacetvalue=asportfacetvalue
        authoritystatus=authoritystatus catinat=catinature chprop=characteristicsproperty cinat=cinature ciprol=contactinfopartrole
        colin=colourindicator colsp=colorspace conf=confidence cpnat=cpnature cpprole=contentprodpartyrole cptdefrole=conceptdefinitionrole
        cptnoterole=conceptnoterole crel=conceptrelation ctech=commtech ctrol=contributorrole cwarn=contentwarning digsrctype=digitalsourcetype
        dimensionunit=dimensionunit drol=descriptionrole dummy=dummy ecirol=eventcontactinforole edconf=eventdateconfirm ednoterole=ednoterole
        encd=encoding entityprop=entityproperty eocstat=eventoccurstatus eorol=eventorganiserrole eprol=eventparticipantrole eregrol=eventregrole
        erol=edrole fisymtype=financialinstrumentsymboltype frmt=format gen=generic genre=genre hashscope=hashscope hashtype=hashtype
        hatarget=hopactiontarget hopaction=hopaction howextr=howextracted howpr=howpresent ikos=ikos imgregrole=imageregionrole
        imgregtype=imageregiontype impt=importance irel=itemrelation irep=itemrepresentation isrol=infosourcerole ivqu=videoqualifier lbtyp=labeltype
        loctyp=location loutorient=layoutorientation lrol=languagerole medtop=mediatopic medtype=mediatype1 mtyp=mediatype ncostat=newscoveragestatus
        ninat=ninature nityp=newsitemtype nmsig=newsmsgsignal not=notation nprod=newsproduct nprov=newsprovider nprt=namepart nrol=namerole
        oito=ofinterestto pgrmod=pkggroupmode plinat=plinature prio=priority prodgenre=productgenre prop=property prov=provider pst1=status1
        rcalctype=rcalctype rel=relevance riaspect=riaspect rightsprop=rightsproperty riscope=riscope rnd=rendition role1=role1 rscaleunit=rscaleunit
        rtype=ratertype scn=scene sev=severity sig=signal sov=videoscaling squ=subjectqualifier stat=pubstatusg2 subj=subjectcode timeunit=timeunit
        tone=tone tpctyp=topictype trustindicator=trustindicator urgy=urgency useracttype=useractiontype valfmt=valueformat vcdc=videocodec
        videodef=videodefinition why=whypresent wldreg=worldregion
        """;

    private const string InExternal = """
        a1312cat=anpa1312-category a1312prio=anpa1312-priority a1312svc=anpa1312-servicelevel a1312vers=anpa1312-version bcp47=bcp47 cusip=cusip
        figi=figi gics=gics googletopicsv1=googletopicsv1 googletopicsv2=googletopicsv2 iabadproduct10=iabadproduct10 iabadproduct20=iabadproduct20
        iabaudience10=iabaudience10 iabcontent20=iabcontent20 iabcontent21=iabcontent21 iabcontent22=iabcontent22 iabcontent30=iabcontent30 isin=isin
        iso3166-1a2=iso3166-1a2 iso3166-1a3=iso3166-1a3 iso3166-2=iso3166-2 iso4217a=iso4217a iso4217n=iso4217n mic=iso10383-mic parasport=parasport
        secst=secst sedol=sedol ticker=ticker tidm=tidm
        """;

    private const string Elsewhere = """
        dbpedia=http://dbpedia.org/resource/ freebase=http://www.freebase.com geonames=http://sws.geonames.org/
        geonameshttps=https://sws.geonames.org/ mb-artist=http://musicbrainz.org/artist/ mb-label=http://musicbrainz.org/label/
        mb-recording=http://musicbrainz.org/recording/ mb-release=http://musicbrainz.org/release/
        mb-releasegroup=http://musicbrainz.org/release-group/ mb-work=http://musicbrainz.org/work/ plus=http://ns.useplus.org/ldf/vocab/
        skos=http://www.w3.org/2004/02/skos/core# wikidata=http://www.wikidata.org/entity/
        """;

    private static readonly Dictionary<string, string> ByAlias =
        Pairs(InNewsCodes, NewsCodes, "/").Concat(Pairs(InExternal, External, "/")).Concat(Pairs(Elsewhere, "", "")).ToDictionary(StringComparer.Ordinal);

    /// <summary>The scheme's URI, or null for an alias that IPTC's catalogue does not have.</summary>
    public static string? Uri(string alias) => ByAlias.GetValueOrDefault(alias);

    /// <summary>Every scheme's URI.</summary>
    public static IEnumerable<string> Uris => ByAlias.Values;

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string table, string before, string after) =>
        table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            return KeyValuePair.Create(pair[..equals], before + pair[(equals + 1)..] + after);
        });
}
